package entente.service.archive;

import entente.service.archive.Archive.ArchiveEntry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.With;

/**
 * A response.
 *
 * @param status of HTTP
 * @param headers names and values without line ends
 * @param assessment the stored assessment whose JSON is the body, which is then stored by reference
 */
public record ApiResponse(int status, @With Map<String, String> headers, byte[] body, Optional<UUID> assessment) {

    public ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    /** 201 with the JSON of a newly stored assessment. */
    public static ApiResponse of(ArchiveEntry entry, Map<String, String> headers) {
        return new ApiResponse(201, headers, entry.json().getBytes(StandardCharsets.UTF_8), Optional.of(entry.id()));
    }

    /** With further headers. */
    public ApiResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new ApiResponse(status, all, body, assessment);
    }
}
