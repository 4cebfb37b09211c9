package entente.service.api;

import entente.document.Digest;
import entente.report.html.HtmlRenderer;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.archive.ApiResponse;
import entente.service.archive.Job;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Factory methods for responses. */
public final class Responses {

    public static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "Content-Type";
    /** The content security policy of a document that carries its own styles, and nothing else. */
    public static final String DOCUMENT_POLICY =
            HtmlRenderer.POLICY + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Templates in {@code src/main/jte}, by default in its folder {@code service}, which escape what they are given. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private Responses() {}

    public static ApiResponse json(int status, String json) {
        return of(status, JSON, json);
    }

    /** 202 with the location of a job. */
    public static ApiResponse accepted(Job job) {
        return json(202, ServiceDocuments.JOB.pretty(job))
                .with(Map.of("Location", JobController.PATH + "/" + job.id()))
                .with(Map.of("Retry-After", "1"));
    }

    /** A page by a template, whose only parameter is what it shows. */
    public static ApiResponse page(String template, Object shown) {
        StringOutput page = new StringOutput();
        TEMPLATES.render((template.contains("/") ? "" : "service/") + template + ".jte", shown, page);
        return html(page.toString());
    }

    /** A part of a page by a template. */
    public static Content content(String template, Object shown) {
        return output -> TEMPLATES.render(template + ".jte", shown, output);
    }

    public static ApiResponse html(String page) {
        return of(200, "text/html;charset=UTF-8", page);
    }

    /** A document as a program shows it; a page may use the fonts that it carries. */
    public static ApiResponse document(String mediaType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, mediaType + (mediaType.startsWith("text/") ? ";charset=UTF-8" : ""));
        headers.put("Vary", "Accept");
        headers.put("Content-Security-Policy", DOCUMENT_POLICY + "; font-src data:");
        return new ApiResponse(200, headers, body);
    }

    /**
     * One of several representations of an assessment. A document in another medium than JSON may carry its own styles,
     * and nothing else.
     */
    static ApiResponse representation(int status, AssessmentMedium medium, byte[] body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        boolean text = medium.mediaType().startsWith("text/");
        headers.put(CONTENT_TYPE, medium.mediaType() + (text ? ";charset=UTF-8" : ""));
        headers.put("Vary", "Accept");
        if (!medium.equals(AssessmentMedia.JSON)) {
            headers.put("Content-Security-Policy", DOCUMENT_POLICY);
        }
        return new ApiResponse(status, headers, body);
    }

    private static ApiResponse of(int status, String media, String text) {
        return new ApiResponse(status, Map.of(CONTENT_TYPE, media), text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a strong ETag over its bytes. */
    public static ApiResponse withEtag(ApiResponse answer) {
        return answer.with(Map.of("ETag", etag(answer.body())));
    }

    static String etag(byte[] bytes) {
        return "\"" + Digest.sha256(bytes) + "\"";
    }
}
