package entente.cli.io;

import entente.document.Text;
import entente.report.form.Hint;
import java.util.regex.Pattern;

/** How this command line was started, for hints. */
public final class Program {

    private static final Pattern PLAIN = Pattern.compile("[\\w./+@%:,-]+");

    private Program() {}

    /** As the launcher was called: {@code ./entente}, or another path or name. */
    public static String name() {
        return quoted(System.getProperty("entente.command", Hint.GENERIC.program()));
    }

    /** Names the input in the commands that a report proposes. */
    public static Hint hint(String input) {
        return new Hint(name(), Inputs.isStandard(input) ? Hint.GENERIC.input() : quoted(input));
    }

    /** A word as a shell reads it. */
    static String quoted(String word) {
        String shown = Text.printable(word);
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}
