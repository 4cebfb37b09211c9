package entente.cli;

import entente.model.Problem;
import java.util.List;

/** Problems of inputs as text. */
public final class ProblemText {

    private ProblemText() {}

    /**
     * The problems of one file.
     *
     * @param consequence what happened to the file, such as "not assessed"
     */
    public static String of(String name, List<Problem> problems, String consequence) {
        StringBuilder text = new StringBuilder(
                name + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + ", " + consequence);
        for (Problem problem : problems.subList(0, Math.min(Problem.MAX_REPORTED, problems.size()))) {
            text.append("\n  ")
                    .append(problem.cell()
                            .map(cell -> cell + " (" + problem.pointer() + ")")
                            .orElse(problem.pointer()));
            if (problem.line() > 0) {
                text.append(" (line " + problem.line() + ", column " + problem.column() + ")");
            }
            text.append("\n    ").append(detail(problem));
        }
        if (problems.size() > Problem.MAX_REPORTED) {
            text.append("\n  and " + (problems.size() - Problem.MAX_REPORTED) + " more");
        }
        return text.toString();
    }

    /** What is wrong, what was probably meant and what is allowed. */
    public static String detail(Problem problem) {
        return problem.detail()
                + problem.suggestion().map(s -> " Did you mean " + s + "?").orElse("")
                + (problem.allowed().isEmpty() ? "" : "\n    Allowed: " + listed(problem.allowed()) + ".")
                + " [" + problem.code() + "]";
    }

    /** Separated by semicolons where the items have commas. */
    private static String listed(List<String> items) {
        return String.join(items.stream().anyMatch(item -> item.contains(", ")) ? "; " : ", ", items);
    }
}
