package entente.service.archive;

/**
 * What a caller gives a request so that it is done once.
 *
 * @param key the caller's, 1 to 255 characters
 * @param fingerprint digest of method, path, query and body: what the key stands for
 */
public record IdempotencyKey(String owner, String key, String fingerprint) {}
