package entente.model;

import com.fasterxml.jackson.annotation.JsonValue;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The effect of a higher value of an indicator on one of the two questions. */
@Getter
@RequiredArgsConstructor
public enum Sign {
    RAISES("+"),
    LOWERS("-"),
    NOTHING("0"),
    TWO_SIDED("~"),
    /** Lifts a ceiling, alone or together with other readings. */
    GATE("gate"),
    /** Caps the likelihood regardless of the other readings. */
    VETO("veto");

    /** The mark in {@code indicators.yaml}. */
    @JsonValue
    private final String mark;
}
