package entente.cli.io;

import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import java.io.UncheckedIOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Reports a failure on standard error; the result is the exit code. */
@RequiredArgsConstructor
public final class FailureMessages {

    private final Terminal terminal;

    public int of(Exception thrown) {
        terminal.out().flush();
        if (thrown instanceof CliException stop) {
            return fail(stop.code(), stop.getMessage());
        }
        if (thrown instanceof RuleBookException wrong) {
            for (RuleBookFault fault : wrong.faults()) {
                String at = fault.file().isEmpty() ? "rules" : fault.file();
                terminal.err()
                        .println(at + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail() + " ["
                                + fault.code() + "]");
            }
            int count = wrong.faults().size();
            return fail(
                    ExitCode.CONFIGURATION,
                    "the rule book has " + count + (count == 1 ? " fault" : " faults") + "; nothing was assessed.");
        }
        if (thrown instanceof UncheckedIOException) {
            return fail(ExitCode.INPUT_OUTPUT, "reading or writing failed.");
        }
        int code = fail(ExitCode.INTERNAL_ERROR, "internal error, please report it: " + thrown.getMessage());
        if (System.getenv("ENTENTE_DEBUG") != null) {
            thrown.printStackTrace(terminal.err());
        }
        return code;
    }

    public int fail(ExitCode code, @Nullable String message, String help) {
        terminal.out().flush();
        fail(code, message);
        terminal.err().println(help);
        return code.number();
    }

    public int fail(ExitCode code, @Nullable String message) {
        terminal.err().println("entente: " + message);
        return code.number();
    }
}
