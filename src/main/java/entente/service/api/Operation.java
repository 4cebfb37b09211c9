package entente.service.api;

import entente.service.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API says of one of its calls; the OpenAPI document and the check of parameters are made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** Names the call for programs. */
    String id();

    /** One sentence. */
    String description();

    /** Parameters that it takes; any other is refused. */
    QueryParameter[] query() default {};

    /** Schema of the body; none where it takes none. */
    String body() default "";

    /** What else the body may be. */
    String alternativeBody() default "";

    Good[] responses();

    /** Whether it looks into the archive or writes to it. */
    Archive archive() default Archive.NO;

    /** Whether it asks the engine, which may be busy or find the request too much. */
    boolean evaluates() default false;

    /** Further problems than those that follow from the rest. */
    ProblemType[] problems() default {};

    /** What a call does with the archive. */
    enum Archive {
        NO,
        READS,
        WRITES
    }

    /** An answer that is no problem. */
    @interface Good {
        int status();

        public String description();

        /** Schema of the body; none where there is none, or where it is a page. */
        String schema() default "";

        String media() default "application/json";

        Header[] headers() default {};
    }

    /** Headers that an answer has beside those of every answer. */
    enum Header {
        LOCATION("Location", "Where the thing is from now on."),
        ETAG("ETag", "Names the content; the same as long as no byte of it changes."),
        IDEMPOTENCY_REPLAYED("Idempotency-Replayed", "true where the answer was given before and nothing was done."),
        RETRY_AFTER("Retry-After", "Seconds after which to ask again.");

        private final String headerName;
        private final String description;

        Header(String word, String says) {
            this.headerName = word;
            this.description = says;
        }

        public String headerName() {
            return headerName;
        }

        public String description() {
            return description;
        }
    }
}
