package entente.report.question;

import entente.model.Question;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.RuleEdit;
import entente.quality.diff.RuleBookDiff.VerdictChange;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The difference between two rule books, and the verdicts that move.
 *
 * @param names of the two books
 * @param all every verdict and rule
 */
public record RuleBookDiffReport(List<String> names, boolean all) {

    private static final int MOST = 10;

    public Report report(RuleBookDiff diff) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Fields(
                "",
                List.of(
                        new Block.Field("A", book(diff.first(), names.get(0))),
                        new Block.Field("B", book(diff.second(), names.get(1))))));
        blocks.add(Prose.lead(summary(diff)));
        blocks.add(verdicts(diff));
        blocks.add(items("Rules added", diff.added(), RuleBookDiffReport::whole));
        blocks.add(items("Rules removed", diff.removed(), RuleBookDiffReport::whole));
        blocks.add(items("Rules changed", diff.changed(), RuleBookDiffReport::edit));
        blocks.add(Items.of(
                "Numbers that differ",
                diff.parameters().stream()
                        .map(change -> change.path() + ": " + change.before() + " → " + change.after() + ".")
                        .toList()));
        return new Report("What differs between two rule books", "", blocks);
    }

    private static String book(RuleBook book, String name) {
        return "Rules " + Wording.version(book.version(), book.sha256()) + " of " + name + ", "
                + Wording.plural(book.rules().size(), "rule");
    }

    private static List<String> summary(RuleBookDiff diff) {
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

    private Table verdicts(RuleBookDiff diff) {
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

    private <T> Items items(String heading, List<T> whole, Function<T, List<Item>> described) {
        int more = all ? 0 : Math.max(0, whole.size() - MOST);
        List<Item> rows = new ArrayList<>();
        whole.subList(0, whole.size() - more).forEach(one -> rows.addAll(described.apply(one)));
        if (more > 0) {
            rows.add(new Item(1, "and " + Wording.count(more) + " more: --all."));
        }
        return new Items(heading, rows);
    }

    private static List<Item> whole(Rule rule) {
        return List.of(new Item(1, rule.id()), new Item(2, rule.claim()), new Item(2, what(rule)));
    }

    /** Its conditions and its effect. */
    private static String what(Rule rule) {
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

    private static List<Item> edit(RuleEdit edit) {
        List<Item> rows = new ArrayList<>();
        rows.add(new Item(1, edit.after().id() + (edit.affectsVerdict() ? "" : " (wording only)")));
        for (RuleEdit.Field field : edit.fields()) {
            rows.add(new Item(2, value(field, edit.before()) + " → " + value(field, edit.after())));
        }
        return rows;
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
