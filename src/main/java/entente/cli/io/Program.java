package entente.cli.io;

import entente.document.Text;
import entente.report.form.Hint;
import entente.report.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this command line was started, for hints. */
public final class Program {

    private Program() {}

    /**
     * Names the input in the commands that a report proposes.
     *
     * @param options that change the input, such as {@code --set} and its value
     */
    public static Hint hint(String input, List<String> options) {
        String first = Inputs.isStandard(input) ? Hint.GENERIC.input() : Text.quoted(input);
        // A name with a blank stays on one line.
        return new Hint(
                Hint.started(),
                Stream.concat(Stream.of(first), options.stream().map(Text::quoted))
                        .map(word -> word.replace(' ', Wording.GLUE))
                        .collect(Collectors.joining(" ")));
    }
}
