package entente.model.assessment;

import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.List;

/** The engine and rule book of an assessment. */
public record Provenance(String engine, String rulesVersion, String rulesSha256, String schema) {

    /** Raised once in a release in which results have other fields than in the one before. */
    public static final String SCHEMA = "2";

    /** Versions of archived assessments that can be compared with present ones. */
    public static final List<String> READABLE_SCHEMAS = List.of("1", SCHEMA);

    /** The provenance of results of this engine with a rule book. */
    public static Provenance of(RuleBook book) {
        return new Provenance(Engine.VERSION, book.version(), book.sha256(), SCHEMA);
    }
}
