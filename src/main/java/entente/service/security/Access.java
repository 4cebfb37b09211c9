package entente.service.security;

/** The access that an endpoint requires. */
public enum Access {
    PUBLIC,
    READER,
    ANALYST,
    OPERATOR,
    /** Endpoints that are not listed. */
    DENIED
}
