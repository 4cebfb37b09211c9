package entente.quality.mutation;

import entente.quality.mutation.Fate.State;
import entente.quality.mutation.Killer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The report of a run: scores by operator, then survivors and equivalents by name. */
final class MutationReport {

    private final List<Fate> fates;
    private final Equivalents equivalents;
    private final StringBuilder text = new StringBuilder();

    private MutationReport(List<Fate> fates, Equivalents equivalents) {
        this.fates = fates;
        this.equivalents = equivalents;
    }

    static String of(String book, List<Fate> fates, Equivalents equivalents) {
        return new MutationReport(fates, equivalents).write(book);
    }

    /** The table of all that affects the verdict. */
    static String scores(List<Fate> fates) {
        MutationReport report = new MutationReport(fates, new Equivalents(Map.of()));
        report.verdictScores(report.only(f -> f.mutant().operator().verdict()));
        return report.text.toString();
    }

    static List<String> survivors(List<Fate> fates) {
        return names(fates, State.SURVIVED);
    }

    private static List<String> names(List<Fate> fates, State state) {
        return fates.stream()
                .filter(f -> f.state() == state)
                .map(f -> f.mutant().id())
                .sorted()
                .toList();
    }

    private String write(String book) {
        List<Fate> verdict = only(f -> f.mutant().operator().verdict());
        text.append("# Mutation of ").append(book).append("\n\n");
        verdictScores(verdict);
        text.append("\nFound first by\n\n");
        for (Kind kind : Kind.values()) {
            long found = verdict.stream()
                    .filter(f -> f.by().equals(Optional.of(kind)))
                    .count();
            text.append("- ").append(kind.label()).append(": ").append(found).append('\n');
        }
        text.append("\n## Beside the verdict\n\n");
        head();
        for (Operator operator : Operator.values()) {
            if (!operator.verdict()) {
                row(operator.label(), only(f -> f.mutant().operator() == operator));
            }
        }
        list("Survivors", State.SURVIVED);
        text.append("\n## Found by no worked case, only by the rest\n\n");
        fates.stream()
                .filter(f -> f.by().filter(kind -> kind != Kind.CASES).isPresent())
                .forEach(f -> text.append("- `").append(f.mutant().id()).append("`\n"));
        list("Equivalent: the same answers in every world, as reckoned", State.SAME);
        list("Equivalent: listed, with the reason", State.LISTED);
        list("Refused by the readers of the book", State.REFUSED);
        return text.toString();
    }

    private void verdictScores(List<Fate> verdict) {
        head();
        for (Operator operator : Operator.values()) {
            if (operator.verdict()) {
                row(operator.label(), only(f -> f.mutant().operator() == operator));
            }
        }
        row("**all that affects the verdict**", verdict);
    }

    private List<Fate> only(Predicate<Fate> kept) {
        return fates.stream().filter(kept).toList();
    }

    private void head() {
        text.append("| what is wrong | wrong books | refused | equivalent | found | survive | score |\n")
                .append("|---|--:|--:|--:|--:|--:|--:|\n");
    }

    private void row(String label, List<Fate> some) {
        Score score = Score.of(some);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.0f %% |%n",
                label,
                score.mutants(),
                score.refused(),
                score.same() + score.listed(),
                score.killed(),
                score.survived(),
                // Not rounded up: 100 % are all.
                Math.floor(score.percent())));
    }

    private void list(String title, State state) {
        List<String> names = new ArrayList<>(names(fates, state));
        text.append("\n## ").append(title).append("\n\n");
        for (String name : names) {
            String reason = equivalents.reasons().get(name);
            text.append("- `").append(name).append('`');
            text.append(state == State.LISTED ? " " + reason : "").append('\n');
        }
        text.append(names.isEmpty() ? "None.\n" : "");
    }
}
