package entente.quality.mutation;

import entente.quality.mutation.Killer.Kind;
import entente.quality.mutation.MutationRun.Fate;
import entente.quality.mutation.MutationRun.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scores of a run by operator, then survivors and equivalents by name. */
record MutationReport(List<Fate> fates) {

    /** Has the scores of a full run, with the version of the rule book that they were measured on. */
    static final Path PAGE = Path.of("src", "docs", "rulebook-quality.md");

    private static final Pattern SCORES = Pattern.compile("The last full run was of rule book \\S+:\n\n(?:\\|.*\n)+");

    private List<Fate> only(Predicate<Fate> kept) {
        return fates.stream().filter(kept).toList();
    }

    private Map<String, List<Fate>> byOperator(boolean verdict) {
        Map<String, List<Fate>> groups = new LinkedHashMap<>();
        for (Operator operator : Operator.values()) {
            if (operator.verdict == verdict) {
                groups.put(operator.label, only(fate -> fate.mutant().operator() == operator));
            }
        }
        return groups;
    }

    private List<Fate> verdict() {
        return only(fate -> fate.mutant().operator().verdict);
    }

    private static long count(List<Fate> fates, State state) {
        return fates.stream().filter(fate -> fate.state() == state).count();
    }

    /** Percentage of killed mutants among those that load and are not equivalent; 100 if there are none. */
    private static double percent(List<Fate> fates) {
        long killed = count(fates, State.KILLED);
        long all = killed + count(fates, State.SURVIVED);
        return all == 0 ? 100 : 100.0 * killed / all;
    }

    /** Operators below the threshold, with survivors; all operators that affect the verdict also count as one. */
    List<String> below(double least) {
        Map<String, List<Fate>> groups = byOperator(true);
        groups.put("all", verdict());
        List<String> below = new ArrayList<>();
        groups.forEach((label, some) -> {
            if (percent(some) < least) {
                List<String> survivors = new MutationReport(some).named(fate -> fate.state() == State.SURVIVED);
                below.add("%s: %.1f %% found, not %s".formatted(label, percent(some), survivors));
            }
        });
        return below;
    }

    /** The page with these scores. */
    String page(String version) throws IOException {
        Matcher scores = SCORES.matcher(Files.readString(PAGE));
        if (!scores.find()) {
            throw new AssertionError(PAGE + " does not say which rule book its scores are of");
        }
        return scores.replaceFirst(
                Matcher.quoteReplacement("The last full run was of rule book " + version + ":\n\n" + scores()));
    }

    private String scores() {
        Map<String, List<Fate>> groups = byOperator(true);
        groups.put("**all that affects the verdict**", verdict());
        return table(groups);
    }

    private static String table(Map<String, List<Fate>> groups) {
        StringBuilder table =
                new StringBuilder("| what is wrong | wrong books | refused | equivalent | found | survive | score |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|\n");
        groups.forEach((label, some) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.0f %% |\n",
                label,
                some.size(),
                count(some, State.REFUSED),
                count(some, State.SAME) + count(some, State.LISTED),
                count(some, State.KILLED),
                count(some, State.SURVIVED),
                // Not rounded up: 100 % are all.
                Math.floor(percent(some)))));
        return table.toString();
    }

    String whole(String book, Map<String, String> equivalents) {
        StringBuilder text = new StringBuilder("# Mutation of " + book + "\n\n" + scores() + "\nFound first by\n\n");
        for (Kind kind : Kind.values()) {
            long found = verdict().stream()
                    .filter(fate -> fate.by().equals(Optional.of(kind)))
                    .count();
            text.append("- ").append(kind.label).append(": ").append(found).append('\n');
        }
        text.append("\n## Beside the verdict\n\n").append(table(byOperator(false)));
        list(text, "Survivors", named(fate -> fate.state() == State.SURVIVED));
        list(
                text,
                "Found by no worked case, only by the rest",
                named(fate -> fate.by().filter(kind -> kind != Kind.CASES).isPresent()));
        list(
                text,
                "Equivalent: the same answers in every world, as reckoned",
                named(fate -> fate.state() == State.SAME));
        list(
                text,
                "Equivalent: listed, with the reason",
                named(fate -> fate.state() == State.LISTED).stream()
                        .map(id -> id + ": " + equivalents.get(id))
                        .toList());
        list(text, "Refused by the readers of the book", named(fate -> fate.state() == State.REFUSED));
        return text.toString();
    }

    private List<String> named(Predicate<Fate> kept) {
        return only(kept).stream().map(fate -> fate.mutant().id()).sorted().toList();
    }

    private static void list(StringBuilder text, String title, List<String> items) {
        text.append("\n## ").append(title).append("\n\n").append(items.isEmpty() ? "None.\n" : "");
        items.forEach(item -> text.append("- ").append(item).append('\n'));
    }
}
