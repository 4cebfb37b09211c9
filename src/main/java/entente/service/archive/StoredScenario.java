package entente.service.archive;

import java.time.Instant;

/**
 * A version of a scenario.
 *
 * @param version 1 for the first, without gaps
 * @param sha256 digest of the bytes
 * @param author who put it
 * @param at when, to the millisecond
 * @param bytes as they were put
 */
public record StoredScenario(String id, int version, String sha256, String author, Instant at, byte[] bytes) {

    /** The same bytes have the same tag. */
    public String etag() {
        return '"' + sha256 + '"';
    }
}
