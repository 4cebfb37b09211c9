package entente.quality.mutation;

/** Mutation operators. */
enum Operator {
    THRESHOLD("a threshold one grade up or down", true),
    COMPARISON("at least and at most changed for each other", true),
    CONDITION("a condition left out", true),
    RULE("a rule left out", true),
    STRENGTH("a weight one strength up or down", true),
    SIDE("a weight on the other side", true),
    WEIGHT("a weight left out", true),
    TAG("a tag left out", true),
    TAG_ADDED("a tag too many", true),
    OVERRIDE("an override of another tag, or of one more or fewer", true),
    CEILING_KIND("a ceiling of another kind", true),
    CEILING_FIGURE("knee or limit of a ceiling ±1 percentage point, its share ±0.05", true),
    POINTS("the points of a strength ±10 %", true),
    BASE_RATE("a base rate ±1 percentage point", true),
    STATE("the points of a state ±0.5, the percentage of an operational alliance ±0.5", true),
    CUT("a cut point one step up or down", true),
    CONFIDENCE("a number of the confidence formula one step up or down", false);

    final String label;

    /** Whether it affects verdicts; the others are scored separately. */
    final boolean verdict;

    Operator(String label, boolean verdict) {
        this.label = label;
        this.verdict = verdict;
    }
}
