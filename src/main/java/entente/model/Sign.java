package entente.model;

/** What a higher value of an indicator does to one of the two questions. */
public enum Sign {
    RAISES("+"),
    LOWERS("-"),
    NOTHING("0"),
    TWO_SIDED("~"),
    /** Opens a ceiling, alone or beside other readings. */
    GATE("gate"),
    /** Holds the answer down whatever else holds. */
    VETO("veto");

    private final String mark;

    Sign(String mark) {
        this.mark = mark;
    }

    /** The mark that stands in the catalogue. */
    public String mark() {
        return mark;
    }
}
