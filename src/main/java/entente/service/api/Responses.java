package entente.service.api;

import entente.document.Digest;
import entente.service.archive.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Factory methods for responses. */
public final class Responses {

    public static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "Content-Type";

    private Responses() {}

    public static StoredResponse json(int status, String json) {
        return of(status, JSON, json);
    }

    static StoredResponse html(String page) {
        return of(200, "text/html;charset=UTF-8", page);
    }

    static StoredResponse of(int status, String media, String text) {
        return new StoredResponse(status, Map.of(CONTENT_TYPE, media), text.getBytes(StandardCharsets.UTF_8));
    }

    static StoredResponse empty(int status) {
        return new StoredResponse(status, Map.of(), new byte[0]);
    }

    static StoredResponse with(StoredResponse answer, String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(header, value);
        return answer.with(headers);
    }

    /** With a strong ETag over its bytes. */
    public static StoredResponse withEtag(StoredResponse answer) {
        return with(answer, "ETag", etag(answer.body()));
    }

    static String etag(byte[] bytes) {
        return "\"" + Digest.sha256(bytes) + "\"";
    }
}
