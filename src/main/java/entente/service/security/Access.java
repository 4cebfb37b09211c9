package entente.service.security;

/** The access that an endpoint requires; others than those listed are denied. */
public enum Access {
    PUBLIC,
    READER,
    ANALYST,
    OPERATOR
}
