package entente.analysis.exploration.diagram;

import entente.model.rule.CeilingKind;
import java.util.Optional;

/**
 * What the rules decided so far, besides points, as the bits of a number: the highest ceiling, an incident, an open
 * switch and a pact in force.
 */
public final class StateFlags {

    private static final int HIGHEST = 0b111;
    private static final int INCIDENT = 1 << 3;
    private static final int SWITCH = 1 << 4;
    private static final int PACT = 1 << 5;

    private StateFlags() {}

    public static int with(int flags, RuleEffect effect) {
        return switch (effect) {
            case POINTS -> flags;
            case PACT -> flags | PACT;
            case INCIDENT -> flags | INCIDENT;
            case SWITCH -> raised(flags, effect) | SWITCH;
            case NO_SWITCH, DECISION, WORKING_PACT -> raised(flags, effect);
        };
    }

    /** Whether an effect would change nothing. An open switch counts below a higher ceiling, too. */
    public static boolean hasNoFurther(int flags, RuleEffect effect) {
        return switch (effect) {
            case POINTS -> false;
            case PACT -> pact(flags);
            case INCIDENT -> incident(flags);
            case SWITCH -> switchOpen(flags);
            case NO_SWITCH, DECISION, WORKING_PACT -> (flags & HIGHEST) > effect.ordinal();
        };
    }

    /** The highest ceiling but that of an incident; empty if no ceiling holds. */
    public static Optional<CeilingKind> highest(int flags) {
        int highest = flags & HIGHEST;
        return highest == 0 ? Optional.empty() : Optional.of(CeilingKind.values()[highest - 1]);
    }

    public static boolean incident(int flags) {
        return (flags & INCIDENT) != 0;
    }

    public static boolean switchOpen(int flags) {
        return (flags & SWITCH) != 0;
    }

    public static boolean pact(int flags) {
        return (flags & PACT) != 0;
    }

    private static int raised(int flags, RuleEffect effect) {
        return (flags & ~HIGHEST) | Math.max(flags & HIGHEST, effect.ordinal() + 1);
    }
}
