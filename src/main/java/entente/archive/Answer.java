package entente.archive;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer as it was sent.
 *
 * @param status of HTTP
 * @param headers names and values without line ends
 * @param assessment the kept assessment whose JSON is the body; under an Idempotency-Key such a body is stored by reference
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Optional<UUID> assessment) {

    public Answer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    /** 201 with the JSON of an assessment that was just kept. */
    public static Answer of(Entry entry, Map<String, String> headers) {
        return new Answer(201, headers, entry.json().getBytes(StandardCharsets.UTF_8), Optional.of(entry.id()));
    }

    /** The same with other headers. */
    public Answer with(Map<String, String> other) {
        return new Answer(status, other, body, assessment);
    }
}
