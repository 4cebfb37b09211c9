package entente.service.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** Security headers of all responses. */
public final class SecurityHeaders {

    /** No external resources, no inline scripts or styles, no frames. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /**
     * @param path of the request
     */
    public static Map<String, String> of(String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", CONTENT_POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (!page(path)) {
            headers.put("Cache-Control", "no-store");
        }
        return headers;
    }

    /** Content that is the same for all callers and may be cached. */
    private static boolean page(String path) {
        return path.startsWith("/swagger-ui/") || path.startsWith("/problems/");
    }
}
