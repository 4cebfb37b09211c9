package entente.service.archive;

/** What an acknowledged entry of the embedded archive outlives. A PostgreSQL has settings of its own for that. */
public enum Durability {
    /** The end of the process, whatever ended it. */
    PROCESS,
    /** A loss of power too, at the price of one forced write to the disk for each acknowledgement. */
    POWER
}
