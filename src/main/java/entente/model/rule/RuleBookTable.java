package entente.model.rule;

/** The parts of a rule book besides its rules on which a likelihood depends. */
public enum RuleBookTable {
    WEIGHTS("weights"),
    CEILINGS("ceilings"),
    CUT_POINTS("cutPoints"),
    BASE_RATES("baseRates");

    private final String id;

    RuleBookTable(String id) {
        this.id = id;
    }

    /** The name in attributions; no rule or group has this id. */
    public String id() {
        return id;
    }
}
