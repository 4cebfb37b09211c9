package entente.service.api;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookFilter;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import entente.service.security.RoomGuest;
import entente.service.transfer.ConnectionValve;
import entente.service.transfer.RequestBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lombok.AccessLevel;
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

/** A request: parameters, headers and body, each validated when it is read. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class ApiRequest {

    /** Name of the caller if there are no accounts. */
    static final String LOCAL = "local";

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final HttpServletRequest request;
    private final Map<String, String> query;
    private final Supplier<Content> content;
    private final EvaluationExecutor evaluations;
    private final Optional<Cost> cost;
    private byte @Nullable [] bytes;

    /**
     * Runs an evaluation with the cost of the operation.
     *
     * @throws ProblemException as {@link EvaluationExecutor#run}
     * @throws IllegalStateException if the operation declares no cost: nothing admitted it
     */
    public <T> T evaluate(Callable<T> evaluation) {
        Cost declared = cost.orElseThrow(() -> new IllegalStateException("The operation declares no evaluation."));
        return evaluations.run(declared, caller(), evaluation);
    }

    /**
     * Runs an evaluation that is admitted here and not before the operation, which seldom evaluates: what it answers
     * without one is answered under overload, too.
     *
     * @throws ProblemException as {@link #evaluate}, or OVERLOADED
     */
    public <T> T admitAndEvaluate(Cost expected, Callable<T> evaluation) {
        Caller caller = caller();
        evaluations.admit(expected, caller);
        try {
            return evaluations.run(expected, caller, evaluation);
        } finally {
            evaluations.release(expected, caller);
        }
    }

    Caller caller() {
        return caller(request);
    }

    static Caller caller(HttpServletRequest request) {
        return new Caller(
                Optional.ofNullable(request.getRemoteUser())
                        .filter(name -> !name.equals(LOCAL))
                        .orElseGet(request::getRemoteAddr),
                RoomGuest.isGuest(request),
                ConnectionValve.disconnected(request));
    }

    /** Method, path and query as received, one a line. */
    String target() {
        String queryString = Optional.ofNullable(request.getQueryString()).orElse("");
        return request.getMethod() + "\n" + request.getRequestURI() + "\n" + queryString;
    }

    /** The rule book that was active when the request arrived, used for the whole request. */
    public RuleBookSnapshot snapshot() {
        return RuleBookFilter.of(request);
    }

    /** The name of the caller, as stored in the archive. */
    public String owner() {
        return Optional.ofNullable(request.getRemoteUser()).orElse(LOCAL);
    }

    /** @throws ProblemException FORBIDDEN for the role reader, which stores nothing */
    public void requireStoring() {
        if (!request.isUserInRole(Access.ANALYST.name())) {
            throw ProblemType.FORBIDDEN.problem(
                    "The role reader stores nothing: assess with keep=false, and not as a job.");
        }
    }

    /**
     * The complete body; received at the first call, unless an evaluation was admitted for it.
     *
     * @throws ProblemException if it is too large, too slow, incomplete, compressed or not UTF-8
     */
    public byte[] body() {
        if (bytes == null) {
            bytes = content.get().bytes();
        }
        return bytes;
    }

    /**
     * The body as a stream that can be opened repeatedly, for bodies that may exceed memory.
     *
     * @throws ProblemException as {@link #body}
     */
    Content content() {
        return content.get();
    }

    boolean hasContentType(String media) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith(media);
    }

    /** Whether the client accepts HTML explicitly, as browsers do. */
    public boolean acceptsHtml() {
        return header("Accept").orElse("").contains("text/html");
    }

    public boolean prefersAsync() {
        return headers("Prefer").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase("respond-async"));
    }

    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    public Optional<String> text(QueryParameter name) {
        Optional<String> value = Optional.ofNullable(query.get(name.parameterName()));
        value.filter(String::isBlank).ifPresent(blank -> {
            throw invalidParameter(name, "is empty; omit it or specify a value");
        });
        return value;
    }

    public Optional<Boolean> booleanValue(QueryParameter name) {
        return valid(name, "true or false", List.of("true", "false")::contains).map(Boolean::valueOf);
    }

    boolean keep() {
        return booleanValue(QueryParameter.KEEP).orElse(true);
    }

    /** One of the allowed values, in lower case. */
    public Optional<String> enumValue(QueryParameter name) {
        return text(name).map(value -> {
            String small = value.toLowerCase(Locale.ROOT);
            if (!name.allowedValues().contains(small)) {
                String expected = "one of " + String.join(", ", name.allowedValues());
                throw unexpected(name, expected, value, Suggestion.question(small, name.allowedValues()));
            }
            return small;
        });
    }

    <E extends Enum<E>> Optional<E> enumValue(QueryParameter name, Class<E> type) {
        return enumValue(name).map(small -> Enum.valueOf(type, small.toUpperCase(Locale.ROOT)));
    }

    Optional<Band> band(QueryParameter name) {
        return text(name)
                .map(value -> Band.named(value)
                        .orElseThrow(() -> unexpected(
                                name,
                                "one of " + String.join(", ", Band.names()),
                                value,
                                Suggestion.question(value, Band.names()))));
    }

    public LikelihoodScale scale() {
        return enumValue(QueryParameter.SCALE, LikelihoodScale.class).orElse(LikelihoodScale.ICD203);
    }

    Optional<Instant> instant(QueryParameter name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException noMoment) {
                throw unexpected(name, "a date and time such as 2026-01-31T00:00:00Z", value, "");
            }
        });
    }

    /** The {@code next} of a list of what has such ids. */
    Optional<UUID> uuid(QueryParameter name) {
        return valid(name, "the value of next in a page of this list", UUID_TEXT.asMatchPredicate())
                .map(UUID::fromString);
    }

    /** A text of the declared pattern, which the words describe. */
    Optional<String> pattern(QueryParameter name, String words) {
        return valid(name, words, value -> value.matches(name.pattern()));
    }

    /** A whole number within the bounds that the parameter declares. */
    Optional<Integer> integer(QueryParameter name) {
        int least = name.bound("minimum");
        int most = name.bound("maximum");
        return valid(
                        name,
                        "an integer from " + least + " to " + most,
                        value -> value.matches("[0-9]{1,9}")
                                && Integer.parseInt(value) >= least
                                && Integer.parseInt(value) <= most)
                .map(Integer::valueOf);
    }

    int limit() {
        return integer(QueryParameter.LIMIT).orElse(QueryParameter.DEFAULT_PAGE);
    }

    private Optional<String> valid(QueryParameter name, String expected, Predicate<String> valid) {
        Optional<String> value = text(name);
        value.filter(valid.negate()).ifPresent(other -> {
            throw unexpected(name, expected, other, "");
        });
        return value;
    }

    /**
     * A UUID from the path.
     *
     * @throws ProblemException NOT_FOUND if it is not a UUID
     */
    public static UUID uuid(String id) {
        if (!UUID_TEXT.matcher(id).matches()) {
            throw notFound();
        }
        return UUID.fromString(id);
    }

    public static ProblemException notFound() {
        return ProblemType.NOT_FOUND.problem("There is no resource at this address.");
    }

    private static ProblemException unexpected(QueryParameter name, String expected, String value, String more) {
        return invalidParameter(name, "is " + expected + ", not \"" + Text.excerpt(value) + "\"" + more);
    }

    private static ProblemException invalidParameter(QueryParameter name, String what) {
        return refused("The parameter " + name.parameterName() + " " + what);
    }

    private static ProblemException refused(String what) {
        return ProblemType.BAD_PARAMETER.problem(what.endsWith("?") ? what : what + ".");
    }

    /** Creates the {@link ApiRequest} argument of an operation after checking its parameters. */
    @RequiredArgsConstructor
    public static final class ApiRequestResolver implements HandlerMethodArgumentResolver {

        /** The request headers that are read after this check; {@code QueryParametersIT} compares them with the API. */
        private static final List<String> HEADERS = List.of(
                "Accept", "Content-Encoding", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Prefer");

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
            Map<String, String> query = call == null ? Map.of() : query(request, call);
            rejectControlCharacters(request, query);
            Optional<Cost> cost = call == null
                    ? Optional.of(Cost.LIGHT)
                    : Arrays.stream(call.evaluates()).findFirst();
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
         *
         * @param query the decoded parameters
         * @throws ProblemException BAD_PARAMETER naming the first location of a control character
         */
        private static void rejectControlCharacters(HttpServletRequest request, Map<String, String> query) {
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
            return refused("The " + location + " contains " + what);
        }

        /**
         * Parses the query string. The container would also read parameters from a body.
         *
         * @throws ProblemException BAD_PARAMETER for an unknown, repeated or malformed parameter
         */
        private static Map<String, String> query(HttpServletRequest request, Operation call) {
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
    }
}
