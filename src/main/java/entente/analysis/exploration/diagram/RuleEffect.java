package entente.analysis.exploration.diagram;

import entente.model.rule.CeilingKind;

/** What a rule does where it holds and is not overridden. The ceilings are in the order of {@link CeilingKind}. */
enum RuleEffect {
    /** Lifts the ceiling to the kind of the same position. */
    NO_SWITCH,
    SWITCH,
    DECISION,
    WORKING_PACT,
    INCIDENT,
    /** Puts a defence pact in force. */
    PACT,
    /** Adds points. */
    POINTS;

    static RuleEffect of(CeilingKind kind) {
        return values()[kind.ordinal()];
    }
}
