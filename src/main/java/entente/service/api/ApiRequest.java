package entente.service.api;

import entente.document.Suggestion;
import entente.document.Text;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookFilter;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.transfer.ReceivedRequest;
import entente.service.transfer.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A request: parameters, headers and body, each validated when it is read. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class ApiRequest {

    /** Name of the caller if there are no accounts. */
    static final String LOCAL = "local";

    private final HttpServletRequest request;
    private final Map<String, String> query;
    private final RequestBody body;
    private final EvaluationExecutor evaluations;
    private final Cost cost;
    private byte @Nullable [] bytes;

    /**
     * Runs an evaluation with the cost of the operation.
     *
     * @throws ProblemException as {@link EvaluationExecutor#run}
     */
    <T> T evaluate(Callable<T> evaluation) {
        return evaluations.run(cost, evaluation);
    }

    /**
     * Runs an evaluation that is admitted here and not before the operation, which seldom evaluates: what it answers
     * without one is answered under overload, too.
     *
     * @throws ProblemException as {@link #evaluate}, or OVERLOADED
     */
    <T> T admitAndEvaluate(Callable<T> evaluation) {
        evaluations.admit(cost);
        try {
            return evaluations.run(cost, evaluation);
        } finally {
            evaluations.release(cost);
        }
    }

    String method() {
        return request.getMethod();
    }

    String path() {
        return request.getRequestURI();
    }

    /** The query string as received; empty if there is none. */
    String rawQuery() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    /** The rule book that was active when the request arrived, used for the whole request. */
    public RuleBookSnapshot snapshot() {
        return RuleBookFilter.of(request);
    }

    /** The name of the caller, as stored in the archive. */
    String owner() {
        return Optional.ofNullable(request.getRemoteUser()).orElse(LOCAL);
    }

    /**
     * The complete body.
     *
     * @throws ProblemException if it is not declared as JSON, too large or incomplete
     */
    byte[] body() {
        byte[] read = bytes;
        if (read == null) {
            read = body.read(request);
        }
        bytes = read;
        return read;
    }

    /**
     * The body as a stream that can be opened repeatedly, for bodies that may exceed memory.
     *
     * @throws ProblemException as {@link #body}, immediately or when it is read
     */
    Content content() {
        return ReceivedRequest.content(request);
    }

    boolean hasContentType(String media) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith(media);
    }

    /** Whether the client accepts HTML explicitly, as browsers do. */
    boolean acceptsHtml() {
        return header("Accept").orElse("").contains("text/html");
    }

    /** Whether the caller prefers an asynchronous response. */
    boolean prefersAsync() {
        return headers("Prefer").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase("respond-async"));
    }

    List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    Optional<String> text(QueryParameter name) {
        Optional<String> value = Optional.ofNullable(query.get(name.parameterName()));
        value.filter(String::isBlank).ifPresent(blank -> {
            throw invalidParameter(name, "is empty; omit it or specify a value");
        });
        return value;
    }

    boolean booleanValue(QueryParameter name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw invalidParameter(name, "is true or false, not \"" + Text.excerpt(value) + "\"");
                })
                .orElse(otherwise);
    }

    /** One of the allowed values, in lower case. */
    Optional<String> enumValue(QueryParameter name) {
        return text(name).map(value -> {
            String small = value.toLowerCase(Locale.ROOT);
            if (!name.allowedValues().contains(small)) {
                throw invalidParameter(
                        name,
                        "is one of " + String.join(", ", name.allowedValues()) + ", not \"" + Text.excerpt(value) + "\""
                                + suggestion(small, name.allowedValues()));
            }
            return small;
        });
    }

    <E extends Enum<E>> Optional<E> enumValue(QueryParameter name, Class<E> type) {
        return enumValue(name).map(small -> Enum.valueOf(type, small.toUpperCase(Locale.ROOT)));
    }

    Optional<Instant> instant(QueryParameter name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException noMoment) {
                throw invalidParameter(
                        name, "is a date and time such as 2026-01-31T00:00:00Z, not \"" + Text.excerpt(value) + "\"");
            }
        });
    }

    Optional<String> digest(QueryParameter name) {
        return text(name).map(value -> {
            if (!value.matches("[0-9a-f]{64}")) {
                throw invalidParameter(
                        name, "is a digest of 64 hexadecimal digits, not \"" + Text.excerpt(value) + "\"");
            }
            return value;
        });
    }

    /** An integer within a range, bounds included. */
    int integer(QueryParameter name, int low, int high, int otherwise) {
        return text(name)
                .map(value -> {
                    if (!value.matches("[0-9]{1,9}")
                            || Integer.parseInt(value) < low
                            || Integer.parseInt(value) > high) {
                        throw invalidParameter(
                                name,
                                "is an integer from " + low + " to " + high + ", not \"" + Text.excerpt(value) + "\"");
                    }
                    return Integer.parseInt(value);
                })
                .orElse(otherwise);
    }

    /**
     * A UUID from the path.
     *
     * @throws ProblemException NOT_FOUND if it is not a UUID
     */
    static UUID uuid(String id) {
        try {
            UUID identity = UUID.fromString(id);
            if (identity.toString().equals(id)) {
                return identity;
            }
        } catch (IllegalArgumentException noIdentity) {
            // Answered below.
        }
        throw notFound();
    }

    /** Such as {@code ; did you mean likely?}; empty if no value is similar. */
    static String suggestion(String word, Collection<String> known) {
        return Suggestion.closest(word, known)
                .map(close -> "; did you mean " + close + "?")
                .orElse("");
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no resource at this address.");
    }

    private static ProblemException invalidParameter(QueryParameter name, String what) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, "The parameter " + name.parameterName() + " " + what + ".");
    }
}
