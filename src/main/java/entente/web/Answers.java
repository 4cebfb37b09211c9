package entente.web;

import entente.archive.Answer;
import entente.document.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as they go out, and into the archive under an Idempotency-Key. */
final class Answers {

    static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "Content-Type";

    private Answers() {}

    static Answer json(int status, String json) {
        return of(status, JSON, json);
    }

    static Answer html(String page) {
        return of(200, "text/html;charset=UTF-8", page);
    }

    static Answer of(int status, String media, String text) {
        return new Answer(status, Map.of(CONTENT_TYPE, media), text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer nothing(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer with(Answer answer, String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(header, value);
        return answer.with(headers);
    }

    /** With a strong ETag over its bytes. */
    static Answer tagged(Answer answer) {
        return with(answer, "ETag", etag(answer.body()));
    }

    static String etag(byte[] bytes) {
        return "\"" + Digest.sha256(bytes) + "\"";
    }
}
