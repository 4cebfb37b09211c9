package entente.cli.io;

import entente.document.Text;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Standard error. Arguments in messages are shortened and stripped of control characters. */
public final class DiagnosticStream extends PrintStream {

    private final List<String> given = new ArrayList<>();

    /**
     * @param arguments arguments of the command; a message may contain a whole argument, an item of it, or its part
     *     before or after {@code =}
     */
    public DiagnosticStream(PrintStream err, List<String> arguments) {
        super(err, true, StandardCharsets.UTF_8);
        for (String argument : arguments) {
            given.add(argument);
            given.addAll(List.of(argument.split("[=,]", -1)));
            for (int at = argument.indexOf('='); at >= 0; at = argument.indexOf('=', at + 1)) {
                given.add(argument.substring(at + 1));
            }
        }
    }

    @Override
    public void println(String line) {
        super.println(Text.truncateQuotes(line, given));
    }
}
