package entente.service.api;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns exceptions into problem responses. Unexpected ones become an internal error. */
public final class ProblemResolver implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        // A response cannot be written if the client has disconnected.
        if (response.isCommitted() || thrown instanceof IOException) {
            return new ModelAndView();
        }
        try {
            ProblemResponses.write(request, response, refusal(response, thrown), thrown);
        } catch (IOException callerGone) {
            // The client has disconnected.
        }
        return new ModelAndView();
    }

    private static ProblemException refusal(HttpServletResponse response, Exception thrown) {
        if (thrown instanceof ProblemException refusal) {
            return refusal;
        }
        if (thrown instanceof NoHandlerFoundException || thrown instanceof NoResourceFoundException) {
            return ApiRequest.notFound();
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException wrong) {
            String allowed = allowed(wrong);
            response.setHeader("Allow", allowed);
            String method = wrong.getMethod().matches("[A-Z]{1,16}") ? wrong.getMethod() : "that method";
            return ProblemType.METHOD_NOT_ALLOWED.problem(
                    "This resource supports " + allowed + ", not " + method + ".");
        }
        if (thrown instanceof RequestRejectedException) {
            return ProblemType.BAD_PARAMETER.problem(
                    "A header contains characters that are not allowed, such as a control character.");
        }
        if (thrown instanceof HttpMediaTypeNotAcceptableException) {
            return ProblemType.NOT_ACCEPTABLE.problem(
                    "The response is not available in a media type that the Accept header names; JSON is available.");
        }
        if (thrown instanceof HttpMediaTypeNotSupportedException wrong) {
            return ProblemType.WRONG_MEDIA_TYPE.problem("The body must be " + expected(wrong)
                    + "; the Content-Type of this request is another one or missing.");
        }
        return ProblemResponses.bug();
    }

    private static String expected(HttpMediaTypeNotSupportedException wrong) {
        List<String> types = wrong.getSupportedMediaTypes().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        return types.size() < 2
                ? String.join("", types).replace("application/json", "JSON")
                : String.join(", ", types.subList(0, types.size() - 1)) + " or " + types.get(types.size() - 1);
    }

    private static String allowed(HttpRequestMethodNotSupportedException wrong) {
        Set<String> allowed = new TreeSet<>(List.of("OPTIONS"));
        Collections.addAll(allowed, Objects.requireNonNullElse(wrong.getSupportedMethods(), new String[0]));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }
}
