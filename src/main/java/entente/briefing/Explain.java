package entente.briefing;

/** How much of the reasoning a text shows. */
public enum Explain {
    /** What weighs; slight claims are folded by barrier. */
    SUMMARY,
    /** Every rule. */
    FULL
}
