package entente.model;

/** The effect of a higher value of an indicator on one of the two questions. */
public enum Sign {
    RAISES("+"),
    LOWERS("-"),
    NOTHING("0"),
    TWO_SIDED("~"),
    /** Lifts a ceiling, alone or together with other readings. */
    GATE("gate"),
    /** Caps the likelihood whatever the other readings are. */
    VETO("veto");

    private final String mark;

    Sign(String mark) {
        this.mark = mark;
    }

    /** The mark in {@code indicators.yaml}. */
    public String mark() {
        return mark;
    }
}
