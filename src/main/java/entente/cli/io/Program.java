package entente.cli.io;

import entente.document.Text;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this command line was started, for hints. */
public final class Program {

    private static final Pattern PLAIN = Pattern.compile("[\\w./+@%:,=-]+");

    private Program() {}

    /** As the launcher was called: {@code ./entente}, or another path or name. */
    public static String name() {
        return quoted(System.getProperty("entente.command", Hint.GENERIC.program()));
    }

    /**
     * Names the input in the commands that a report proposes.
     *
     * @param options that change the input, such as {@code --set} and its value
     */
    public static Hint hint(String input, List<String> options) {
        String first = Inputs.isStandard(input) ? Hint.GENERIC.input() : quoted(input);
        // A name with a blank stays on one line.
        return new Hint(
                name(),
                Stream.concat(Stream.of(first), options.stream().map(Program::quoted))
                        .map(word -> word.replace(' ', Wording.GLUE))
                        .collect(Collectors.joining(" ")));
    }

    /** A word as a shell reads it. */
    public static String quoted(String word) {
        String shown = Text.printable(word);
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}
