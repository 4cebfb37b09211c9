package entente.service.archive;

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
public record ApiResponse(
        int status,
        @With Map<String, String> headers,
        byte[] body,
        @With Optional<UUID> assessment) {

    public ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    public ApiResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return withHeaders(all);
    }
}
