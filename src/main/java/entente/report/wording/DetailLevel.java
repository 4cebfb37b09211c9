package entente.report.wording;

/** How much of the reasoning a text shows. */
public enum DetailLevel {
    /** Major factors one by one; minor factors summed by group. */
    SUMMARY,
    /** Every rule. */
    FULL
}
