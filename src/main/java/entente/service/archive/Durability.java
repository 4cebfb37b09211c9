package entente.service.archive;

/** What acknowledged entries of the embedded archive survive. PostgreSQL has its own settings. */
public enum Durability {
    /** The end of the process, including a kill. */
    PROCESS,
    /** Also a power failure, at the cost of a forced disk write per acknowledgement. */
    POWER
}
