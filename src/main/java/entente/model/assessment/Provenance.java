package entente.model.assessment;

import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.Optional;

/**
 * The engine and rule book of an assessment.
 *
 * @param rulesTextsSha256 empty if an archived assessment does not name it
 */
public record Provenance(
        String engine, String rulesVersion, String rulesSha256, Optional<String> rulesTextsSha256, String schema) {

    /** Raised once in a release in which results have other fields than in the one before. */
    public static final String SCHEMA = "2";

    /** Versions of archived assessments that can be compared with present ones. */
    public static final List<String> READABLE_SCHEMAS = List.of("1", SCHEMA);

    /** The provenance of results of this engine with a rule book. */
    public static Provenance of(RuleBook book) {
        return new Provenance(Engine.VERSION, book.version(), book.sha256(), Optional.of(book.textsSha256()), SCHEMA);
    }
}
