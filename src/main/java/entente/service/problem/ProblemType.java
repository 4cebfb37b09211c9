package entente.service.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of refusal, with the page that stands behind its address. */
public enum ProblemType {
    MALFORMED(
            400,
            "This cannot be read",
            "The body is not what it should be: it is empty, breaks off, is not JSON or not UTF-8, repeats a name, or goes beyond a limit of depth, number or length. The errors name line and column."),
    BAD_PARAMETER(
            400,
            "A parameter is wrong",
            "A part of the address or a header has a value that it cannot have. The detail says which and what is allowed."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "The idempotency key is not usable",
            "An Idempotency-Key is 1 to 255 printable characters, best a random UUID, and each key stands for one request."),
    UNAUTHENTICATED(
            401,
            "Who is asking?",
            "This service asks for a key: send it as \"Authorization: Bearer KEY\". Whoever runs the service makes keys."),
    FORBIDDEN(403, "Not with this key", "The key is good, and may not do this."),
    FOREIGN_PAGE(
            403,
            "Not from another page",
            "The request comes from a page of another site. Only pages of this service and programs may call it."),
    NOT_FOUND(404, "There is nothing here", "Nothing stands at this address, or nothing that you may see."),
    METHOD_NOT_ALLOWED(405, "Not in this way", "The address exists and takes other methods; Allow names them."),
    NOT_ACCEPTABLE(406, "Not in this form", "The answer cannot be had in a form that the Accept header names."),
    TOO_SLOW(
            408,
            "The body arrives too slowly",
            "The body did not arrive within its time, or at less than the least rate. Nothing was done. Send it again over a faster line."),
    CONFLICT(
            409,
            "It has moved on",
            "What was asked no longer fits the state of the thing, such as cancelling what has ended."),
    STALE(
            412,
            "Somebody was faster",
            "The thing has changed since it was read; read it again and decide anew. If-Match holds the ETag of the version that was read."),
    TOO_LARGE(413, "This is too large", "The body is larger than this address takes. The detail names the limit."),
    WRONG_MEDIA_TYPE(415, "Not this kind of body", "The body is JSON and says so: \"Content-Type: application/json\"."),
    WRONG_HOST(421, "Not this host", "The Host header names a host that this service does not answer for."),
    INVALID(
            422,
            "This cannot be assessed",
            "The body is JSON, and what it says cannot stand. The errors hold every problem at once, each with a pointer into the body, what is allowed and often what was meant. Nothing was assessed."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key stands for another request",
            "This Idempotency-Key was used for another request within the last 24 hours. A new request takes a new key."),
    EVALUATION_LIMIT(
            422,
            "This takes too long",
            "The evaluation was given up at its deadline. The limit belongs to the request and the rule book: the same request will meet it again."),
    PRECONDITION_REQUIRED(
            428,
            "Which version do you mean?",
            "A change names the version it was made from: send If-Match with its ETag, or If-None-Match: * for a new one."),
    TOO_MANY(
            429,
            "Too much at once",
            "You have as much work in hand here as one caller may have. Try again after the seconds that Retry-After names."),
    BUG(
            500,
            "This is a bug",
            "Something went wrong that should not. The log of the service holds the details under the instance of this problem."),
    OVERLOADED(
            429,
            "Busy",
            "All places and the waiting line are full, or the line was too slow. Nothing was done. Try again after the seconds that Retry-After names."),
    ARCHIVE_UNAVAILABLE(
            503,
            "The archive does not answer",
            "The database cannot be reached, so nothing can be kept or looked up. What needs no archive still works. Try again after the seconds that Retry-After names."),
    STORAGE_FULL(
            507,
            "The archive is full",
            "There is no room to keep this. Nothing was kept. What needs no archive still works.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The HTTP status it goes with. */
    public int status() {
        return status;
    }

    /** The same for every problem of the type. */
    public String title() {
        return title;
    }

    /** What its page says. */
    public String explanation() {
        return explanation;
    }

    /** The last part of its address, such as {@code too-large}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where its page is, and its {@code type}. */
    public String address() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> of(String slug) {
        return Stream.of(values()).filter(t -> t.slug().equals(slug)).findFirst();
    }
}
