package entente.service.problem;

import entente.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The types of problems, each with the text of its page. */
@Getter
@RequiredArgsConstructor
public enum ProblemType {
    MALFORMED(
            400,
            "Malformed request body",
            "The body is empty, incomplete, not JSON or not UTF-8, contains a duplicate name, or exceeds a limit on depth, count or length. The errors give line and column."),
    BAD_PARAMETER(
            400,
            "Invalid parameter",
            "A path segment, query parameter or header has an invalid value. The detail names it and the allowed values."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "Invalid idempotency key",
            "An Idempotency-Key has 1 to 255 printable characters, preferably a random UUID, and identifies one request."),
    UNAUTHENTICATED(
            401,
            "Authentication required",
            "This service requires a key: a program sends it as \"Authorization: Bearer KEY\", a person signs in with it at /sign-in. The operator of the service issues keys."),
    FORBIDDEN(403, "Permission denied", "The key is valid but does not permit this operation."),
    FOREIGN_PAGE(
            403,
            "Cross-site request refused",
            "The request comes from a page of another site. Only pages of this service and programs may send it."),
    NOT_FOUND(404, "Not found", "There is no resource at this address, or none that the caller may see."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The resource supports other methods; the Allow header lists them."),
    NOT_ACCEPTABLE(
            406, "Not acceptable", "The response is not available in a media type that the Accept header names."),
    TOO_SLOW(
            408,
            "Request body too slow",
            "The body did not arrive before its deadline, which depends on its size. The request was not processed. Send it again over a faster connection."),
    CONFLICT(
            409,
            "Conflict",
            "The request conflicts with the current state of the resource, such as cancelling a job that has ended."),
    STALE(
            412,
            "Precondition failed",
            "The resource has changed since it was read. Read it again and repeat the change; If-Match contains the ETag of the version that was read."),
    TOO_LARGE(413, "Content too large", "The body exceeds the limit of this operation. The detail gives the limit."),
    WRONG_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body must be JSON, with the header \"Content-Type: application/json\", or in another form that the detail names."),
    WRONG_HOST(421, "Misdirected request", "The Host header names a host that this service does not serve."),
    INVALID(
            422,
            "Validation failed",
            "The body is well-formed but its content is invalid. The errors list every problem, each with a pointer into the body or a cell of the spreadsheet, the allowed values and, where possible, a suggestion. Nothing was assessed."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency key reused",
            "This Idempotency-Key was used for a different request within the last 24 hours. A new request requires a new key."),
    EVALUATION_LIMIT(
            422,
            "Evaluation timed out",
            "The evaluation was stopped at its deadline. The cause is the request together with the rule book: the same request will time out again."),
    PRECONDITION_REQUIRED(
            428,
            "Precondition required",
            "A change must name the version that it is based on: send If-Match with its ETag, or If-None-Match: * for a new resource."),
    TOO_MANY(
            429,
            "Too many open jobs",
            "The caller has the maximum number of open jobs. Retry after the number of seconds in Retry-After."),
    TOO_MANY_ATTEMPTS(
            429,
            "Too many attempts",
            "There were too many wrong codes of workshops or wrong keys, from this address or in total. Retry after the number of seconds in Retry-After."),
    BUG(
            500,
            "Internal error",
            "An unexpected error occurred. The log of the service contains the details under the instance of this problem."),
    OVERLOADED(
            503,
            "Service overloaded",
            "The service, or the share of the caller, is at capacity: threads and queue, memory for bodies, or event streams. The request was not processed. Retry after the number of seconds in Retry-After."),
    ARCHIVE_UNAVAILABLE(
            503,
            "Archive unavailable",
            "The database cannot be reached, so nothing can be stored or read. Operations without the archive still work. Retry after the number of seconds in Retry-After."),
    STORAGE_FULL(
            507,
            "Insufficient storage",
            "There is no space left in the archive, or for the caller. What did not fit was not stored. Operations without the archive still work.");

    private final int status;

    /** The same for every problem of the type. */
    private final String title;

    /** The text of its page. */
    private final String explanation;

    /** @param detail a sentence for the caller, without class names, paths or SQL */
    public ProblemException problem(String detail) {
        return new ProblemException(this, detail, List.of(), 0);
    }

    /** With all problems of the input. */
    public ProblemException problem(String detail, List<Problem> errors) {
        return new ProblemException(this, detail, errors, 0);
    }

    /** @param seconds after which to retry, at least 1 */
    public ProblemException problem(String detail, int seconds) {
        return new ProblemException(this, detail, List.of(), seconds);
    }

    /** Whether the same request may succeed later, because the cause is not in the request. */
    public boolean isTemporary() {
        return this == OVERLOADED || this == ARCHIVE_UNAVAILABLE || this == STORAGE_FULL;
    }

    /** The last segment of its address, such as {@code too-large}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path of its page, which is its {@code type}. */
    public String address() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> of(String slug) {
        return Stream.of(values()).filter(t -> t.slug().equals(slug)).findFirst();
    }
}
