package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.Optional;

/** The engine and rule book of an assessment. */
public record Provenance(
        @Described("Version of the engine.") String engine,
        @Described RuleBookVersion rules) {

    /** A version of a rule book. */
    public record RuleBookVersion(
            String version,

            @Described(value = "Digest of the rule book, without texts, comments and layout.", kind = Kind.DIGEST)
            String sha256,

            @JsonInclude
            @Described(
                    value = "Digest of its texts, such as labels and claims, on which no result depends; null in lists"
                            + " and where it is not recorded.",
                    kind = Kind.DIGEST)
            Optional<String> textsSha256) {

        public static RuleBookVersion of(RuleBook book) {
            return new RuleBookVersion(book.version(), book.sha256(), Optional.of(book.textsSha256()));
        }
    }

    /** Raised once in a release in which results have other fields than in the one before. */
    public static final String SCHEMA = "2";

    /** Versions of archived assessments that can be compared with present ones. */
    public static final List<String> READABLE_SCHEMAS = List.of("1", SCHEMA);

    /** The provenance of results of this engine with a rule book. */
    public static Provenance of(RuleBook book) {
        return new Provenance(Engine.VERSION, RuleBookVersion.of(book));
    }
}
