package entente.model.assessment;

import entente.model.Engine;
import entente.model.rule.RuleBook;

/** Which engine and which book spoke. */
public record Provenance(String engine, String rulesVersion, String rulesSha256, String schema) {

    public static final String SCHEMA = "1";

    /** This engine over a book. */
    public static Provenance of(RuleBook book) {
        return new Provenance(Engine.VERSION, book.version(), book.sha256(), SCHEMA);
    }
}
