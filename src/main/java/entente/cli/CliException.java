package entente.cli;

import entente.document.Suggestion;
import java.util.Collection;
import java.util.List;
import lombok.Getter;

/** Ends a command with a message for the user and an exit code. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Getter
    private final ExitCode code;

    public CliException(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A name on the command line that does not exist, with similar ones that do. */
    public static CliException unknown(String what, String name, Collection<String> known) {
        return usage(unknownMessage(what, name, known));
    }

    static String unknownMessage(String what, String name, Collection<String> known) {
        return "there is no " + what + "." + Suggestion.sentence(name, known);
    }

    /** Ends the command with all of these usage errors, unless there is none. */
    static void refuse(List<String> messages) {
        if (!messages.isEmpty()) {
            throw usage(String.join("\nentente: ", messages));
        }
    }

    public static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }
}
