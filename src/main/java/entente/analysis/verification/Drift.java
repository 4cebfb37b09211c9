package entente.analysis.verification;

import java.util.Optional;

/**
 * One difference between an assessment on file and the same scenario assessed anew.
 *
 * @param rule the rule in whose row of the ledger it shows; empty where it is of no rule
 * @param subject what differs: an indicator, a question, a state, a field or a JSON pointer, by the kind
 * @param then as it stands on file; empty where there was nothing
 * @param now as it comes out anew; empty where there is nothing any more
 */
public record Drift(Kind kind, Optional<String> rule, String subject, Optional<String> archived, Optional<String> current) {

    /** What differs, in the order in which it matters. */
    public enum Kind {
        /** A reading in the ledger is not the one of the scenario inside. */
        READING(true),
        BASE_RATE(true),
        RULE_REMOVED(true),
        RULE_ADDED(true),
        /** A rule asks for something else. */
        CONDITION(true),
        /** The value from which a grade begins. */
        CUT_POINT(true),
        /** The strength or the side on a rule's card. */
        RULE_WEIGHT(true),
        /** The points that a strength counts. */
        WEIGHT(true),
        /** Knee, share or limit of a ceiling. */
        CEILING(true),
        /** The points from which a state of the relationship begins. */
        STATE(true),
        /** Claim, group, citations or reason on a rule's card: words, no number. */
        CARD(false),
        /** What became of a rule, with nothing in its own row to show why. */
        STATUS(false),
        /** A field of the verdict: what the rest leads to. */
        VERDICT(false),
        /** The first difference in any other part. */
        OTHER(false);

        private final boolean isCause;

        Kind(boolean cause) {
            this.isCause = cause;
        }

        /** Whether it can bring about another verdict, rather than be brought about. */
        public boolean isCause() {
            return isCause;
        }
    }
}
