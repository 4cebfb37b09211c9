package entente.report.form;

import entente.document.Text;
import entente.report.wording.Wording;

/**
 * How commands that a report proposes at a terminal name the program and the input.
 *
 * @param program the command line as it was started
 * @param input the input as a shell reads it, with the options that change it
 */
public record Hint(String program, String input) {

    private static final String PROGRAM = "./entente";
    private static final String INPUT = "FILE";

    /** Of a report whose input has no name, such as standard input or the body of a request. */
    public static final Hint GENERIC = new Hint(PROGRAM, INPUT);

    /** The command line as it was started, as a shell reads it: {@code ./entente}, or another path or name. */
    public static String started() {
        return Text.quoted(System.getProperty("entente.command", PROGRAM));
    }

    /** A proposed command, such as {@code assess FILE}. */
    public static String command(String arguments) {
        return PROGRAM + " " + arguments;
    }

    /** The answer with this program and this input in the commands that it proposes. */
    public Answer in(Answer answer) {
        return new Answer(answer.name(), answer.values(), this);
    }

    /** A proposed command with this program and this input. */
    public String in(String text) {
        return text.replace(PROGRAM + " ", program + " ")
                .replace(PROGRAM + Wording.GLUE, program + Wording.GLUE)
                .replace(INPUT, input);
    }
}
