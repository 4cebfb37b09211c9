package entente.service.api;

import entente.service.archive.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes the response of an operation byte for byte, without message converters. */
public final class ResponseWriter implements HandlerMethodReturnValueHandler {

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
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
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
