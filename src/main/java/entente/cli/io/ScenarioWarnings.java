package entente.cli.io;

import entente.model.Problem;
import entente.model.assessment.Warning;
import entente.model.rule.RuleBook;
import entente.report.wording.CaveatText;
import entente.scenario.ScenarioResult.Accepted;
import entente.scoring.Warnings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Warnings about a valid scenario, each with its place in the file. */
public final class ScenarioWarnings {

    private ScenarioWarnings() {}

    /** Warnings in the form of problems, likely slips first. */
    public static List<Problem> of(Accepted accepted, RuleBook book) {
        return Warnings.ofReadings(accepted.scenario(), book).stream()
                .sorted(Comparator.comparing(warning -> !CaveatText.isSlip(warning.kind())))
                .map(warning -> problem(warning, accepted.cells(), book))
                .toList();
    }

    /** A line for each warning. */
    public static List<String> lines(List<Problem> warnings) {
        return warnings.stream()
                .map(warning -> (isSlip(warning) ? "Please check " : "Note on ")
                        + warning.cell().orElse(warning.pointer()) + ": " + warning.detail())
                .toList();
    }

    public static boolean isSlip(Problem warning) {
        return CaveatText.isSlip(Warning.Kind.valueOf(warning.code()));
    }

    private static Problem problem(Warning warning, Map<String, String> cells, RuleBook book) {
        Problem problem = new Problem(
                warning.pointer(),
                warning.kind().name(),
                CaveatText.plain(warning, book.catalogue()),
                List.of(),
                Optional.empty(),
                0,
                0);
        return Optional.ofNullable(cells.get(warning.pointer() + "/value"))
                .or(() -> Optional.ofNullable(cells.get(warning.pointer())))
                .map(problem::inCell)
                .orElse(problem);
    }
}
