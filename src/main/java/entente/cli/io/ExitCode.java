package entente.cli.io;

/** Exit codes, after sysexits.h where it has one. */
public enum ExitCode {
    SUCCESS(0),
    /** Finished, but some items failed. */
    PARTIAL(1),
    /** {@code --fail-on} reached. */
    THRESHOLD_REACHED(3),
    USAGE(64),
    INPUT_INVALID(65),
    NO_INPUT(66),
    INTERNAL_ERROR(70),
    CANNOT_CREATE(73),
    INPUT_OUTPUT(74),
    /** The rule book or the configuration is wrong. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
