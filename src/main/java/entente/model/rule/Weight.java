package entente.model.rule;

import entente.model.Strength;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The weight of a rule: a strength and a direction. */
@Getter
@RequiredArgsConstructor
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
    /** 1 for, -1 against. */
    private final int direction;
}
