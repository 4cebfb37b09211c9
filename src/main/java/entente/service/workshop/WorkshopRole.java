package entente.service.workshop;

/** The role of a participant in a workshop. */
public enum WorkshopRole {
    FACILITATOR,
    GROUP,
    /** Shows what the room may see; changes nothing. */
    PROJECTOR
}
