package entente.report.wording;

/** How much of the reasoning a text shows. */
public enum DetailLevel {
    /** What weighs; slight claims are folded by barrier. */
    SUMMARY,
    /** Every rule. */
    FULL
}
