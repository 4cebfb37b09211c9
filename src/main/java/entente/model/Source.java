package entente.model;

/** The source of readings, which refer to it by its id. */
public record Source(String id, String ref) {}
