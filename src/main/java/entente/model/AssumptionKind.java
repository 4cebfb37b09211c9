package entente.model;

import java.util.Arrays;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The kinds of assumptions that a comparison distinguishes, with their names in scenario files. */
@Getter
@RequiredArgsConstructor
public enum AssumptionKind {
    HORIZON("horizonYears"),
    BASE_RATE("baseRatePercent"),
    WEIGHTS("weights"),
    EMPHASIS("emphasis"),
    CUT_POINTS("cutPoints"),
    WITHOUT("without");

    private final String id;

    public static AssumptionKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of assumption is called " + id));
    }
}
