package entente.report.question;

import entente.model.Question;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.RuleEdit;
import entente.quality.diff.RuleBookDiff.VerdictChange;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the difference between two rule books says in words and figures.
 *
 * @param names of the two books
 * @param all every verdict and rule
 */
public record RuleBookDiffText(RuleBookDiff diff, List<String> names, boolean all) {

    private static final int MOST = 10;

    /** The two books, each with its letter. */
    public List<String> books() {
        return List.of("A: " + book(diff.first(), names.get(0)), "B: " + book(diff.second(), names.get(1)));
    }

    /** Rules that only one of the books has, by heading. */
    public Map<String, List<Rule>> single() {
        Map<String, List<Rule>> single = new LinkedHashMap<>();
        single.put("Rules added", diff.added());
        single.put("Rules removed", diff.removed());
        return single;
    }

    public List<String> numbers() {
        return diff.parameters().stream()
                .map(change -> change.path() + ": " + change.before() + " → " + change.after() + ".")
                .toList();
    }

    /** How many of a list have no room. */
    public int hidden(List<?> whole) {
        return all ? 0 : Math.max(0, whole.size() - MOST);
    }

    private static String book(RuleBook book, String name) {
        return "Rules " + Wording.version(book.version(), book.sha256()) + " of " + name + ", "
                + Wording.plural(book.rules().size(), "rule");
    }

    public List<String> summary() {
        if (diff.first().key().equals(diff.second().key())) {
            return List.of("The two rule books are identical.");
        }
        List<String> parts = new ArrayList<>();
        count(parts, diff.added().size(), "added");
        count(parts, diff.removed().size(), "removed");
        count(parts, diff.changed().size(), "changed");
        int numbers = diff.parameters().size();
        if (numbers > 0) {
            parts.add(Wording.plural(numbers, "number differs", "numbers differ"));
        }
        String books = parts.isEmpty()
                ? diff.first().sha256().equals(diff.second().sha256())
                        ? "Texts alone differ, such as labels, reasons and notes."
                        : "Only what no verdict depends on differs, such as the inventory."
                : Wording.capitalized(String.join(", ", parts)) + ".";
        int flips = (int) diff.verdicts().stream().filter(VerdictChange::flips).count();
        int moves = (int) diff.verdicts().stream().filter(VerdictChange::moves).count() - flips;
        int stay = diff.verdicts().size() - flips - moves;
        List<String> verdicts = new ArrayList<>();
        verdicts.add(flips == 0 ? "none flips" : Wording.plural(flips, "flips", "flip"));
        if (moves > 0) {
            verdicts.add(Wording.plural(moves, "moves", "move") + " without flipping");
        }
        if (stay > 0) {
            verdicts.add(Wording.plural(stay, "stays", "stay"));
        }
        return List.of(
                books,
                "Of " + Wording.plural(diff.verdicts().size(), "verdict") + ", " + String.join(", ", verdicts) + ".");
    }

    /** The first of several counts says what is counted. */
    private static void count(List<String> parts, int number, String done) {
        if (number > 0) {
            parts.add((parts.isEmpty() ? Wording.plural(number, "rule") : Wording.count(number)) + " " + done);
        }
    }

    public Table verdicts() {
        List<VerdictChange> moved =
                diff.verdicts().stream().filter(VerdictChange::moves).toList();
        int flips = (int) moved.stream().filter(VerdictChange::flips).count();
        int shown = all ? moved.size() : Math.min(moved.size(), Math.max(MOST, flips));
        List<Row> rows = new ArrayList<>();
        for (VerdictChange change : moved.subList(0, shown)) {
            Verdict a = change.before().verdict();
            Verdict b = change.after().verdict();
            rows.add(Row.of(
                    1,
                    Wording.named(change.before().scenario()),
                    Wording.percent(a.likelihood()),
                    Wording.percent(b.likelihood()),
                    Wording.shift(change.tenths())));
            moves(a, b).forEach(text -> rows.add(Row.of(2, text)));
        }
        if (shown < moved.size()) {
            rows.add(Row.of(1, "and " + Wording.count(moved.size() - shown) + " more: --all."));
        }
        return Table.figures("Verdicts that move", List.of("A", "B", "pp"), Table.FIGURES, rows);
    }

    /** What of a verdict besides its likelihood differs. */
    private static List<String> moves(Verdict a, Verdict b) {
        List<String> moves = new ArrayList<>();
        move(moves, "", a.likelihood().band().term(), b.likelihood().band().term());
        move(moves, "", Wording.relationship(a), Wording.relationship(b));
        move(moves, "possible relationships: ", words(a.relationships()), words(b.relationships()));
        move(moves, "interval ", span(a.interval()), span(b.interval()));
        move(moves, "commitment: ", Wording.word(a.commitment()), Wording.word(b.commitment()));
        move(moves, "flags: ", words(a.flags()), words(b.flags()));
        return moves;
    }

    private static void move(List<String> moves, String what, String before, String after) {
        if (!before.equals(after)) {
            moves.add(what + before + " → " + after);
        }
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return list(constants.stream().sorted().map(Wording::word).toList());
    }

    private static String span(Interval interval) {
        return (interval.exact() ? "" : "within ")
                + Wording.tenths(interval.low().tenths()) + "–"
                + Wording.tenths(interval.high().tenths()) + Wording.GLUE + "%";
    }

    /** Its conditions and its effect. */
    public String effect(Rule rule) {
        List<String> does = new ArrayList<>();
        for (Question question : Question.values()) {
            rule.weight(question)
                    .map(Wording::word)
                    .ifPresent(weight -> does.add(Wording.word(question) + " " + weight));
        }
        if (!rule.overrides().isEmpty()) {
            does.add("silences " + String.join(", ", rule.overrides()));
        }
        rule.ceiling().ifPresent(ceiling -> does.add("ceiling " + ceiling));
        return conditions(rule) + ": " + String.join(", ", does) + ".";
    }

    private static String conditions(Rule rule) {
        return rule.conditions().isEmpty()
                ? "always"
                : "when " + rule.conditions().stream().map(Wording::condition).collect(Collectors.joining(" and "));
    }

    public String edit(RuleEdit edit, RuleEdit.Field field) {
        return value(field, edit.before()) + " → " + value(field, edit.after());
    }

    private static String value(RuleEdit.Field field, Rule rule) {
        return switch (field) {
            case CLAIM -> rule.claim();
            case GROUP -> "under " + rule.group();
            case WHEN -> conditions(rule);
            case ALLIANCE -> "alliance " + rule.alliance().map(Wording::word).orElse("untouched");
            case PARTNERSHIP ->
                "partnership " + rule.partnership().map(Wording::word).orElse("untouched");
            case OVERRIDES -> "silences " + list(rule.overrides());
            case CEILING -> "ceiling " + rule.ceiling().map(Enum::name).orElse("none");
            case TAGS -> "tags " + list(rule.tags());
            case CITES -> "cites " + list(rule.cites());
            case PROJECT_ASSUMPTION ->
                "project assumption: " + rule.projectAssumption().orElse("nothing");
            case ENCODES -> "encodes " + list(rule.encodes());
        };
    }

    private static String list(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
