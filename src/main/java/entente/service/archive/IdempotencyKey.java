package entente.service.archive;

/**
 * An idempotency key of a caller.
 *
 * @param key the caller's, 1 to 255 characters
 * @param fingerprint digest of method, path, query and body of the request
 */
public record IdempotencyKey(String owner, String key, String fingerprint) {}
