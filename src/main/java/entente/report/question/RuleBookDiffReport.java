package entente.report.question;

import entente.model.rule.RuleBook;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.IntervalChange;
import entente.quality.diff.RuleBookDiff.Shift;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference between two rule books, and its effect on scenarios.
 *
 * @param names of the two books
 * @param all every shift, share and rule, and the scenarios that stay as they are
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
        sections(blocks, diff);
        method(diff).ifPresent(sentence -> blocks.add(Prose.body(sentence)));
        return new Report("What differs between two rule books", "", blocks);
    }

    private static String book(RuleBook book, String name) {
        return "Rules " + Wording.version(book.version(), book.sha256()) + " of " + name + ", "
                + Wording.plural(book.rules().size(), "rule");
    }

    private List<String> summary(RuleBookDiff diff) {
        if (diff.first().key().equals(diff.second().key())) {
            return List.of("The two rule books are identical.");
        }
        List<String> parts = new ArrayList<>();
        count(parts, diff.added().size(), "rule", "added", "added");
        count(parts, diff.removed().size(), "rule", "removed", "removed");
        count(parts, diff.changed().size(), "rule", "changed", "changed");
        int numbers = diff.parameters().size();
        if (numbers > 0) {
            parts.add(Wording.plural(numbers, "number differs", "numbers differ"));
        }
        String books = parts.isEmpty()
                ? diff.first().sha256().equals(diff.second().sha256())
                        ? "Texts alone differ, such as labels, reasons and notes."
                        : "Only what no verdict depends on differs, such as the inventory."
                : Wording.capitalized(String.join(", ", parts)) + ".";
        int flips = (int) diff.shifts().stream().filter(Shift::flipsVerdict).count();
        int shifts = (int) diff.shifts().stream()
                .filter(shift -> !shift.flipsVerdict() && shift.hasEffect())
                .count();
        int stay = diff.shifts().size() - flips - shifts;
        List<String> verdicts = new ArrayList<>();
        verdicts.add(flips == 0 ? "none flips" : Wording.plural(flips, "flips", "flip"));
        if (shifts > 0) {
            verdicts.add(Wording.plural(shifts, "shifts", "shift") + " without flipping");
        }
        if (stay > 0) {
            verdicts.add(Wording.plural(stay, "stays", "stay"));
        }
        return List.of(
                books,
                "Of " + Wording.plural(diff.shifts().size(), "verdict") + ", " + String.join(", ", verdicts) + ".",
                intervals(diff));
    }

    private static String intervals(RuleBookDiff diff) {
        List<String> parts = new ArrayList<>();
        intervals(parts, diff, IntervalChange.WIDENS, "widens", "widen");
        intervals(parts, diff, IntervalChange.NARROWS, "narrows", "narrow");
        intervals(parts, diff, IntervalChange.MOVES, "moves", "move");
        intervals(parts, diff, IntervalChange.SAME, "stays", "stay");
        return Wording.capitalized(String.join(", ", parts)) + ".";
    }

    private static void intervals(
            List<String> parts, RuleBookDiff diff, IntervalChange change, String one, String many) {
        List<Shift> shifts = diff.shifts().stream()
                .filter(shift -> shift.intervalChange() == change)
                .toList();
        count(parts, shifts.size(), "interval", one, many);
    }

    /** The first of several counts says what is counted. */
    private static void count(List<String> parts, int number, String noun, String one, String many) {
        if (number > 0) {
            String counted = parts.isEmpty() ? Wording.plural(number, noun) : Wording.count(number);
            parts.add(counted + " " + (number == 1 ? one : many));
        }
    }

    private void sections(List<Block> blocks, RuleBookDiff diff) {
        List<Shift> flips = diff.shifts().stream().filter(Shift::flipsVerdict).toList();
        List<Shift> shifts = diff.shifts().stream()
                .filter(shift -> !shift.flipsVerdict() && shift.hasEffect())
                .toList();
        ShiftTable text = new ShiftTable(diff, all);
        blocks.add(text.table("Verdicts that flip", flips, flips.size()));
        blocks.add(text.table("Verdicts that shift without flipping", shifts, all ? shifts.size() : MOST));
        blocks.add(text.intervals(all ? diff.shifts().size() : MOST));
        if (all) {
            blocks.add(Items.of(
                    "Scenarios that stay as they are",
                    diff.shifts().stream()
                            .filter(shift -> !shift.hasEffect() && shift.intervalChange() == IntervalChange.SAME)
                            .map(shift -> Wording.named(shift.first().scenario()) + ".")
                            .toList()));
        }
        blocks.addAll(new RuleEditItems(diff, all).items());
    }

    private static Optional<String> method(RuleBookDiff diff) {
        if (diff.shifts().stream().noneMatch(Shift::hasEffect)) {
            return Optional.empty();
        }
        return Optional.of("Shares are exact (Shapley): what switching a part to B adds, on average over all orders of "
                + "switching; rounded so that they add up."
                + (diff.shifts().stream().anyMatch(Shift::byGroup)
                        ? " Where more than twelve rules that differ bear on a scenario, they are switched "
                                + "barrier by barrier."
                        : ""));
    }
}
