package entente.service.archive;

import java.time.Instant;

/**
 * A version of a scenario, or its deletion.
 *
 * @param version from 1, without gaps; the first ones may have been deleted after the retention
 * @param sha256 digest of the bytes; empty for a deletion
 * @param author name of the caller
 * @param at time of storage, to the millisecond
 * @param bytes as received
 */
public record StoredScenario(String id, int version, String sha256, String author, Instant at, byte[] bytes) {

    boolean exists() {
        return !sha256.isEmpty();
    }

    /** Depends on the bytes only. */
    public String etag() {
        return '"' + sha256 + '"';
    }
}
