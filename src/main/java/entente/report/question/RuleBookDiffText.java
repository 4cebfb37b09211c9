package entente.report.question;

import entente.model.Question;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.RuleEdit;
import entente.quality.diff.RuleBookDiff.VerdictChange;
import entente.report.wording.Figures;
import entente.report.wording.RuleText.RuleBookText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the difference between two rule books says in words and figures.
 *
 * @param names of the two books
 * @param all every verdict and rule
 */
public record RuleBookDiffText(RuleBookDiff diff, List<String> names, boolean all) {

    private static final int MOST = 10;

    /** How many of a list have no room. */
    public int hidden(List<?> whole) {
        return all ? 0 : Math.max(0, whole.size() - MOST);
    }

    public List<String> summary() {
        if (diff.first().key().equals(diff.second().key())) {
            return List.of("The two rule books are identical.");
        }
        List<String> parts = new ArrayList<>();
        count(parts, diff.added(), diff.first(), "added");
        count(parts, diff.removed(), diff.second(), "removed");
        long changed = diff.changed().stream()
                .map(edit -> edit.after().cardId())
                .distinct()
                .count();
        add(parts, (int) changed, "rule", "changed");
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

    /** Counts rules as the heads of both books do, and apart from them the steps of rules that the other book has as well. */
    private static void count(List<String> parts, List<Rule> rules, RuleBook other, String done) {
        Set<String> known = other.cards().stream().map(Rule::id).collect(Collectors.toSet());
        List<Rule> steps =
                rules.stream().filter(rule -> known.contains(rule.cardId())).toList();
        Stream<String> whole = rules.stream().map(Rule::cardId).filter(card -> !known.contains(card));
        add(parts, (int) whole.distinct().count(), "rule", done);
        add(parts, steps.size(), "step", done);
    }

    private static void add(List<String> parts, int number, String what, String done) {
        if (number > 0) {
            parts.add(Wording.plural(number, what) + " " + done);
        }
    }

    public List<VerdictChange> moved() {
        return diff.verdicts().stream().filter(VerdictChange::moves).toList();
    }

    /** Those with a row: all that flip, and others as there is room. */
    public List<VerdictChange> shown() {
        List<VerdictChange> moved = moved();
        int flips = (int) moved.stream().filter(VerdictChange::flips).count();
        return all ? moved : moved.subList(0, Math.min(moved.size(), Math.max(MOST, flips)));
    }

    /** What of a verdict besides its likelihood differs. */
    public static List<String> moves(VerdictChange change) {
        Verdict a = change.before().verdict();
        Verdict b = change.after().verdict();
        List<String> moves = new ArrayList<>();
        move(moves, "", a.likelihood().band().term(), b.likelihood().band().term());
        move(moves, "", Wording.relationship(a), Wording.relationship(b));
        move(moves, "possible relationships: ", Wording.words(a.relationships()), Wording.words(b.relationships()));
        move(moves, "interval ", span(a, b), span(b, a));
        move(moves, "commitment: ", Wording.word(a.commitment()), Wording.word(b.commitment()));
        move(moves, "flags: ", Wording.words(a.flags()), Wording.words(b.flags()));
        return moves;
    }

    private static void move(List<String> moves, String what, String before, String after) {
        if (!before.equals(after)) {
            moves.add(what + before + " → " + after);
        }
    }

    private static String span(Verdict verdict, Verdict other) {
        return (verdict.interval().exact() ? "" : "within ")
                + Figures.ICD203.span(verdict.interval(), verdict.likelihood(), other.interval());
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
        return (rule.conditions().isEmpty() ? "" : "when ") + RuleBookText.when(rule);
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
            case OVERRIDES -> "silences " + Wording.orNothing(rule.overrides());
            case CEILING -> "ceiling " + rule.ceiling().map(Enum::name).orElse("none");
            case TAGS -> "tags " + Wording.orNothing(rule.tags());
            case CITES -> "cites " + Wording.orNothing(rule.cites());
            case PROJECT_ASSUMPTION ->
                "project assumption: " + rule.projectAssumption().orElse("nothing");
            case ENCODES -> "encodes " + Wording.orNothing(rule.encodes());
        };
    }
}
