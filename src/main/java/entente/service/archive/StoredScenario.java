package entente.service.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import entente.model.Described;
import entente.model.Described.Kind;
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
public record StoredScenario(
        @Described(kind = Kind.ID) String id,
        @Described(kind = Kind.FROM_ONE) int version,
        @Described(kind = Kind.DIGEST) String sha256,
        String author,
        @Described("Time of storage.") Instant at,
        @JsonIgnore byte[] bytes) {

    boolean exists() {
        return !sha256.isEmpty();
    }

    /** Depends on the bytes only. */
    public String etag() {
        return '"' + sha256 + '"';
    }
}
