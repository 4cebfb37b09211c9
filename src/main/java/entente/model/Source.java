package entente.model;

/** Where readings come from; readings name it by its id. */
public record Source(String id, String ref) {}
