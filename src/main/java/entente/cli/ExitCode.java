package entente.cli;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Exit codes, from sysexits.h where defined. */
@Getter
@RequiredArgsConstructor
public enum ExitCode {
    SUCCESS(0),
    /** Completed, but some items failed or differ. */
    PARTIAL(1),
    /** A likelihood reached the {@code --fail-on} band. */
    THRESHOLD_REACHED(3),
    USAGE(64),
    INPUT_INVALID(65),
    NO_INPUT(66),
    INTERNAL_ERROR(70),
    CANNOT_CREATE(73),
    INPUT_OUTPUT(74),
    /** The rule book or the configuration is invalid. */
    CONFIGURATION(78);

    private final int number;

    /** This code, except another one if all went well but the condition holds. */
    public ExitCode orIf(boolean condition, ExitCode other) {
        return this == SUCCESS && condition ? other : this;
    }
}
