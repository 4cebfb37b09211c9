package entente.service.api;

import entente.document.Digest;
import entente.report.html.HtmlRenderer;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.archive.ApiResponse;
import entente.service.archive.Job;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

public final class Responses {

    public static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String CONTENT_POLICY = "Content-Security-Policy";
    /** The content security policy of a document that carries its own styles, and nothing else. */
    public static final String DOCUMENT_POLICY =
            HtmlRenderer.POLICY + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Templates in {@code src/main/jte}, by default in its folder {@code service}, which escape what they are given. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private Responses() {}

    public static ApiResponse json(int status, String json) {
        return of(status, JSON, json);
    }

    public static ApiResponse accepted(Job job) {
        return json(202, ServiceDocuments.JOB.pretty(job))
                .with(Map.of("Location", JobController.PATH + "/" + job.id()))
                .with(Map.of("Retry-After", "1"));
    }

    /** A page by a template, whose only parameter is what it shows. */
    public static ApiResponse page(String template, Object shown) {
        StringOutput page = new StringOutput();
        TEMPLATES.render((template.contains("/") ? "" : "service/") + template + ".jte", shown, page);
        return of(200, "text/html;charset=UTF-8", page.toString());
    }

    /** A part of a page by a template. */
    public static Content content(String template, Object shown) {
        return output -> TEMPLATES.render(template + ".jte", shown, output);
    }

    /** A document as a program shows it; a page may use the fonts that it carries. */
    public static ApiResponse document(String mediaType, byte[] body) {
        return negotiated(200, mediaType, body).with(Map.of(CONTENT_POLICY, DOCUMENT_POLICY + "; font-src data:"));
    }

    /**
     * One of several representations of an assessment. A document in another medium than JSON may carry its own styles,
     * and nothing else.
     */
    static ApiResponse representation(int status, AssessmentMedium medium, byte[] body) {
        ApiResponse answer = negotiated(status, medium.mediaType(), body);
        return medium.equals(AssessmentMedia.JSON) ? answer : answer.with(Map.of(CONTENT_POLICY, DOCUMENT_POLICY));
    }

    private static ApiResponse negotiated(int status, String mediaType, byte[] body) {
        String charset = mediaType.startsWith("text/") ? ";charset=UTF-8" : "";
        return new ApiResponse(status, Map.of(CONTENT_TYPE, mediaType + charset, "Vary", "Accept"), body);
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

    /** Writes the response of an operation byte for byte, without message converters. */
    public static final class ResponseWriter implements HandlerMethodReturnValueHandler {

        @Override
        public boolean supportsReturnType(MethodParameter returned) {
            return returned.getParameterType() == ApiResponse.class;
        }

        @Override
        public void handleReturnValue(
                @Nullable Object returned,
                MethodParameter declared,
                ModelAndViewContainer container,
                NativeWebRequest exchange)
                throws IOException {
            container.setRequestHandled(true);
            HttpServletRequest request = exchange.getNativeRequest(HttpServletRequest.class);
            HttpServletResponse response = exchange.getNativeResponse(HttpServletResponse.class);
            if (returned instanceof ApiResponse answer && request != null && response != null) {
                write(answer, request, response);
            }
        }

        private static void write(ApiResponse answer, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            answer.headers().forEach(response::setHeader);
            if (unchanged(answer, request)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setStatus(answer.status());
            if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
                response.setContentLength(answer.body().length);
                response.getOutputStream().write(answer.body());
            }
        }

        /** Whether If-None-Match names this content. */
        private static boolean unchanged(ApiResponse answer, HttpServletRequest request) {
            String tag = answer.headers().get("ETag");
            String known = request.getHeader("If-None-Match");
            boolean reads =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return reads
                    && answer.status() == HttpServletResponse.SC_OK
                    && tag != null
                    && known != null
                    && Arrays.stream(known.split(","))
                            .map(String::strip)
                            .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                            .anyMatch(one -> one.equals(tag) || one.equals("*"));
        }
    }

    /** Chooses the medium of an assessment by the Accept header (RFC 9110, section 12.5.1). */
    public static final class MediaNegotiation {

        private MediaNegotiation() {}

        /** The medium of an assessment that the caller prefers; JSON before all. */
        static AssessmentMedium choose(List<String> accept, AssessmentMedia media) {
            return choose(accept, media.byPreference(), AssessmentMedium::mediaType, "An assessment");
        }

        /**
         * The medium that the caller prefers; of several equally preferred ones the first.
         *
         * @param accept the values of the Accept header; none accept everything
         * @param type the media type of a medium
         * @param what is available in these media, such as "An assessment"
         * @throws ProblemException NOT_ACCEPTABLE if no medium is acceptable, or the header is malformed
         */
        public static <M> M choose(List<String> accept, List<M> media, Function<M, String> type, String what) {
            List<String> types = media.stream().map(type).toList();
            List<MediaType> ranges = ranges(accept, what, types);
            return media.stream()
                    .filter(medium -> quality(type.apply(medium), ranges) > 0)
                    // The first of equals, since the sort is stable.
                    .sorted(Comparator.comparingDouble(medium -> -quality(type.apply(medium), ranges)))
                    .findFirst()
                    .orElseThrow(() ->
                            notAcceptable("None of the media types in the Accept header is available.", what, types));
        }

        private static ProblemException notAcceptable(String reason, String what, List<String> types) {
            return ProblemType.NOT_ACCEPTABLE.problem(
                    reason + " " + what + " is available as " + String.join(", ", types) + ".");
        }

        private static List<MediaType> ranges(List<String> accept, String what, List<String> types) {
            try {
                List<MediaType> ranges = MediaType.parseMediaTypes(accept);
                return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
            } catch (InvalidMediaTypeException malformed) {
                throw notAcceptable("The Accept header is malformed.", what, types);
            }
        }

        /** The quality that the most specific range gives to a media type; 0 if none includes it. */
        private static double quality(String name, List<MediaType> ranges) {
            MediaType type = MediaType.parseMediaType(name);
            return ranges.stream()
                    .filter(range -> range.includes(type))
                    .max(Comparator.comparingInt(
                            range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                    .map(MediaType::getQualityValue)
                    .orElse(0.0);
        }
    }
}
