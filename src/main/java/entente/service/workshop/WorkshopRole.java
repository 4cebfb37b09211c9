package entente.service.workshop;

/** What somebody is in a workshop. */
public enum WorkshopRole {
    FACILITATOR,
    GROUP,
    /** Shows what the room may see; changes nothing. */
    PROJECTOR
}
