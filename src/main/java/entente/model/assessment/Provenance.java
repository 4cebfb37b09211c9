package entente.model.assessment;

import entente.model.Engine;
import entente.model.rule.RuleBook;

/** The engine and rule book of an assessment. */
public record Provenance(String engine, String rulesVersion, String rulesSha256, String schema) {

    public static final String SCHEMA = "1";

    /** The provenance of results of this engine with a rule book. */
    public static Provenance of(RuleBook book) {
        return new Provenance(Engine.VERSION, book.version(), book.sha256(), SCHEMA);
    }
}
