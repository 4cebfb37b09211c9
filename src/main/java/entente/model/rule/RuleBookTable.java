package entente.model.rule;

/** What a rule book holds besides its rules, and what a likelihood depends on. */
public enum RuleBookTable {
    WEIGHTS("weights"),
    CEILINGS("ceilings"),
    CUT_POINTS("cutPoints"),
    BASE_RATES("baseRates");

    private final String id;

    RuleBookTable(String id) {
        this.id = id;
    }

    /** As shares name it; no rule and no group is called so. */
    public String id() {
        return id;
    }
}
