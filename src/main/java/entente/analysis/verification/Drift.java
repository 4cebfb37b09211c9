package entente.analysis.verification;

import entente.document.Node;
import entente.document.TreeComparison;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * One difference between an archived assessment and a new assessment of the same scenario.
 *
 * @param rule the rule whose ledger row differs; empty if not related to a rule
 * @param subject what differs, depending on the kind: an indicator, question, state, field or JSON pointer
 * @param archived archived value; empty if absent
 * @param current current value; empty if absent
 */
public record Drift(
        Kind kind, Optional<String> rule, String subject, Optional<String> archived, Optional<String> current) {

    static Drift of(Kind kind, Optional<String> rule, String subject, Optional<Node> archived, Optional<Node> current) {
        return new Drift(
                kind, rule, subject, archived.map(TreeComparison::describe), current.map(TreeComparison::describe));
    }

    /** What differs, most important first. */
    @Getter
    @RequiredArgsConstructor
    public enum Kind {
        /** A reading in the ledger differs from the included scenario. */
        READING(true),
        BASE_RATE(true),
        RULE_REMOVED(true),
        RULE_ADDED(true),
        /** A condition of a rule. */
        CONDITION(true),
        /** The lower bound of a grade. */
        CUT_POINT(true),
        /** The strength or direction on a rule's card. */
        RULE_WEIGHT(true),
        /** The points of a strength. */
        WEIGHT(true),
        /** Knee, share or limit of a ceiling. */
        CEILING(true),
        /** The lower bound of a state of the relationship, in points. */
        STATE(true),
        /** Claim, group, citations or reason on a rule's card: text only. */
        CARD(false),
        /** The status of a rule, without a cause in its own row. */
        STATUS(false),
        /** A field of the verdict. */
        VERDICT(false),
        /** The first difference in any other part. */
        OTHER(false);

        /** Whether it can cause another verdict, rather than be an effect. */
        private final boolean isCause;
    }
}
