package entente.model.rule;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The parts of a rule book besides its rules on which a likelihood depends. */
@Getter
@RequiredArgsConstructor
public enum RuleBookTable {
    WEIGHTS("weights"),
    CEILINGS("ceilings"),
    CUT_POINTS("cutPoints"),
    BASE_RATES("baseRates");

    /** The name in attributions; no rule or group has this id. */
    private final String id;
}
