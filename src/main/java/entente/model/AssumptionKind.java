package entente.model;

import java.util.Arrays;

/** What a scenario takes for granted and a comparison tells apart; each by the name that it has in a scenario file. */
public enum AssumptionKind {
    HORIZON("horizonYears"),
    BASE_RATE("baseRatePercent"),
    WEIGHTS("weights"),
    EMPHASIS("emphasis"),
    CUT_POINTS("cutPoints"),
    WITHOUT("without");

    private final String id;

    AssumptionKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static AssumptionKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of assumption is called " + id));
    }
}
