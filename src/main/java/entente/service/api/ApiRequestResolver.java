package entente.service.api;

import entente.document.Suggestion;
import entente.document.Text;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.transfer.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Creates the {@link ApiRequest} argument of an operation after checking its parameters. */
@RequiredArgsConstructor
public final class ApiRequestResolver implements HandlerMethodArgumentResolver {

    private final RequestBodies bodies;
    private final EvaluationExecutor evaluations;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiRequest.class;
    }

    @Override
    public ApiRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        Operation call = parameter.getMethodAnnotation(Operation.class);
        Map<String, String> query = call == null ? Map.of() : QueryParameters.of(request, call);
        ControlCharacters.reject(request, query);
        Cost cost = call == null || call.evaluates().length == 0 ? Cost.LIGHT : call.evaluates()[0];
        boolean takesBody = call == null ? isForm(parameter) : !call.body().isEmpty();
        boolean large = call != null && call.largeBody();
        return new ApiRequest(
                request,
                query,
                () -> takesBody ? bodies.receive(request, large) : Content.of(new byte[0]),
                evaluations,
                cost);
    }

    /** Whether a page, which is no operation of the API, takes a form. */
    private static boolean isForm(MethodParameter parameter) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(
                Objects.requireNonNull(parameter.getMethod()), RequestMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /**
     * Rejects control characters in path variables, parameters and headers. No value needs them, and stores differ:
     * PostgreSQL cannot store NUL, the embedded database can.
     */
    static final class ControlCharacters {

        /** The request headers that are read after this check; {@code ControlCharactersIT} compares them with the API. */
        private static final List<String> HEADERS = List.of(
                "Accept", "Content-Encoding", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Prefer");

        private ControlCharacters() {}

        /**
         * @param query the decoded parameters
         * @throws ProblemException BAD_PARAMETER naming the first location of a control character
         */
        static void reject(HttpServletRequest request, Map<String, String> query) {
            if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
                variables.forEach((name, value) -> reject("path variable " + name, String.valueOf(value)));
            }
            query.forEach((name, value) -> reject("parameter " + name, value));
            HEADERS.forEach(name -> values(request, name).forEach(value -> reject("header " + name, value)));
        }

        /** Spring Security's firewall wraps the request, and refuses such a header when it is read. */
        private static List<String> values(HttpServletRequest request, String header) {
            try {
                return Collections.list(request.getHeaders(header));
            } catch (RequestRejectedException rejected) {
                throw problem("header " + header, "a character that is not allowed there");
            }
        }

        private static void reject(String location, String value) {
            value.chars().filter(Character::isISOControl).findFirst().ifPresent(c -> {
                throw problem(location, String.format("the control character U+%04X", c));
            });
        }

        private static ProblemException problem(String location, String what) {
            return ProblemException.of(ProblemType.BAD_PARAMETER, "The " + location + " contains " + what + ".");
        }
    }

    /** Parses the query string. The container would also read parameters from a body. */
    static final class QueryParameters {

        private QueryParameters() {}

        /** @throws ProblemException BAD_PARAMETER for an unknown, repeated or malformed parameter */
        static Map<String, String> of(HttpServletRequest request, Operation call) {
            String raw = request.getQueryString();
            Map<String, String> found = new LinkedHashMap<>();
            if (raw == null || raw.isEmpty()) {
                return found;
            }
            List<String> known = Arrays.stream(call.query())
                    .map(QueryParameter::parameterName)
                    .toList();
            for (String pair : raw.split("&")) {
                int sign = pair.indexOf('=');
                String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
                String value = decoded(sign < 0 ? "" : pair.substring(sign + 1));
                if (!known.contains(name)) {
                    throw refused("There is no parameter \"" + Text.excerpt(name) + "\" here"
                            + (known.isEmpty()
                                    ? ""
                                    : "; there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known))
                            + Suggestion.question(name, known));
                }
                if (name.equals(QueryParameter.SCENARIOS.parameterName()) && !value.isBlank()) {
                    found.merge(name, value, (before, next) -> before + "," + next); // as forms send what is chosen
                } else if (found.putIfAbsent(name, value) != null) {
                    throw refused("The parameter " + name + " occurs twice");
                }
            }
            return found;
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                throw refused("The query string is malformed: a % is not followed by two hexadecimal digits");
            }
        }

        private static ProblemException refused(String what) {
            return ProblemException.of(ProblemType.BAD_PARAMETER, what.endsWith("?") ? what : what + ".");
        }
    }
}
