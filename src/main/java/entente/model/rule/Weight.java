package entente.model.rule;

import entente.model.Strength;

/** The weight of a rule: a strength and a direction. */
public enum Weight {
    SLIGHTLY_FOR(Strength.SLIGHT, 1),
    MODERATELY_FOR(Strength.MODERATE, 1),
    STRONGLY_FOR(Strength.STRONG, 1),
    DECISIVELY_FOR(Strength.DECISIVE, 1),
    SLIGHTLY_AGAINST(Strength.SLIGHT, -1),
    MODERATELY_AGAINST(Strength.MODERATE, -1),
    STRONGLY_AGAINST(Strength.STRONG, -1),
    DECISIVELY_AGAINST(Strength.DECISIVE, -1);

    private final Strength strength;
    private final int direction;

    Weight(Strength strength, int direction) {
        this.strength = strength;
        this.direction = direction;
    }

    public Strength strength() {
        return strength;
    }

    /** 1 for, -1 against. */
    public int direction() {
        return direction;
    }
}
