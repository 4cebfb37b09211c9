package entente.web;

import entente.archive.Archive;
import entente.problem.Refusal;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of one scenario of a batch: either assessed or refused.
 *
 * @param id under which it is kept; empty where it is not
 */
record BatchResult(Optional<Assessed> assessed, Optional<UUID> id, Optional<Refusal> refusal) {

    static BatchResult of(Assessed assessed) {
        return new BatchResult(Optional.of(assessed), Optional.empty(), Optional.empty());
    }

    static BatchResult of(Refusal refusal) {
        return new BatchResult(Optional.empty(), Optional.empty(), Optional.of(refusal));
    }

    BatchResult kept(Archive archive, String owner) {
        return assessed.isEmpty()
                ? this
                : new BatchResult(
                        assessed,
                        Optional.of(archive.keep(assessed.get().kept(owner)).id()),
                        Optional.empty());
    }

    /** The status that it would have had alone. */
    int status() {
        return refusal.map(r -> r.type().status()).orElse(id.isPresent() ? 201 : 200);
    }
}
