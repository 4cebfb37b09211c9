package entente.service.api;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * Describes an operation of the API; source of the OpenAPI document, the parameter check, the permissions and the
 * admission. The name of the method is the id of the operation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** One sentence. */
    String description();

    Access access();

    /** Query parameters; others are refused. */
    QueryParameter[] query() default {};

    /** Schema of a body of JSON; empty if the operation takes none, and then none is received. The media types are those that the mapping consumes. */
    String body() default "";

    /** Whether the body may be as large as that of a batch. */
    boolean largeBody() default false;

    /** What it does with the archive, beside what follows from a PUT, a DELETE or an Idempotency-Key: those write. */
    Archive archive() default Archive.NO;

    /**
     * Whether a POST takes an Idempotency-Key. One that stores nothing ignores it, since a repetition has the same answer;
     * others recognise a repetition by other means.
     */
    boolean idempotencyKey() default true;

    /** The cost of its evaluation, which may be rejected or time out; one, or none if it runs none. */
    Cost[] evaluates() default {};

    /**
     * Whether the caller needs a token of the workshop in the path: 401 without one, 429 after too many wrong codes. Such an
     * operation reads the archive, and a POST also writes there and takes no Idempotency-Key.
     */
    boolean workshopToken() default false;

    /** Problems beside those that follow from the other members. */
    ProblemType[] problems() default {};

    enum Archive {
        NO,
        READS,
        WRITES
    }

    /** A successful response of the operation. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Repeatable(ResponseList.class)
    @interface Response {
        int status() default 200;

        String description();

        /** Schema of a body of JSON; empty without one. */
        String schema() default "";

        String[] media() default "application/json";

        /** Whether it is available in every medium of an assessment, by the Accept header. */
        boolean everyMedium() default false;

        Header[] headers() default {};
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface ResponseList {
        Response[] value();
    }

    /** Response headers beside the common ones. */
    @Getter
    @RequiredArgsConstructor
    enum Header {
        LOCATION("Location", "The address of the new resource."),
        /** A GET with this header may also be answered with 304. */
        ETAG("ETag", "Identifies the content; changes with any byte of it."),
        /** Of each POST. */
        IDEMPOTENCY_REPLAYED("Idempotency-Replayed", "true if this is the stored response to an earlier request."),
        RETRY_AFTER("Retry-After", "Seconds after which to retry.");

        private final String headerName;
        private final String description;
    }
}
