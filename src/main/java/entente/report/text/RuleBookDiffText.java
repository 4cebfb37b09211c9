package entente.report.text;

import entente.model.rule.RuleBook;
import entente.quality.diff.IntervalChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.Shift;
import entente.report.form.MarkdownText;
import entente.report.form.Section;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The difference between two rule books, and its effect on scenarios. */
public final class RuleBookDiffText {

    private static final int MOST = 10;

    private final List<String> names;
    private final boolean all;

    /**
     * @param names of the two books
     * @param all every shift, share and rule, and the scenarios that stay as they are
     */
    public RuleBookDiffText(List<String> names, boolean all) {
        this.names = names;
        this.all = all;
    }

    public String text(RuleBookDiff diff, TextStyle style) {
        TextPage page = new TextPage(style);
        page.labelled(0, "A", 3, book(diff.first(), names.get(0)));
        page.labelled(0, "B", 3, book(diff.second(), names.get(1)));
        page.blankLine();
        for (String sentence : summary(diff)) {
            TextPage.wrapped(sentence, TextPage.WIDTH - 2).forEach(line -> page.line("  " + style.strong(line)));
        }
        sections(diff).forEach(section -> section.write(page));
        method(diff).forEach(sentence -> page.blankLine().paragraph(0, sentence));
        return page.toString();
    }

    public String markdown(RuleBookDiff diff) {
        StringBuilder md = new StringBuilder("# What differs between two rule books\n\n");
        MarkdownText.item(md, 0, "A: " + book(diff.first(), names.get(0)));
        MarkdownText.item(md, 0, "B: " + book(diff.second(), names.get(1)));
        md.append("\n**").append(String.join(" ", summary(diff))).append("**\n");
        sections(diff).forEach(section -> section.write(md));
        method(diff).forEach(sentence -> md.append('\n').append(sentence).append('\n'));
        return md.toString().replace(Wording.GLUE, ' ');
    }

    private static String book(RuleBook book, String name) {
        return "Rules " + book.version() + " (" + Wording.shortDigest(book.sha256()) + ") of " + name + ", "
                + Wording.plural(book.rules().size(), "rule", "rules");
    }

    private List<String> summary(RuleBookDiff diff) {
        if (diff.first().sha256().equals(diff.second().sha256())) {
            return List.of("The two rule books are identical.");
        }
        List<String> parts = new ArrayList<>();
        rules(parts, diff.added().size(), "added");
        rules(parts, diff.removed().size(), "removed");
        rules(parts, diff.changed().size(), "changed");
        int numbers = diff.parameters().size();
        if (numbers > 0) {
            parts.add(Wording.plural(numbers, "number differs", "numbers differ"));
        }
        String books = parts.isEmpty()
                ? "Wording alone differs: reasons, labels, notes or the inventory."
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
                "Of " + Wording.plural(diff.shifts().size(), "verdict", "verdicts") + ", " + String.join(", ", verdicts)
                        + ".",
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

    /** The first of several counts says what is counted. */
    private static void intervals(
            List<String> parts, RuleBookDiff diff, IntervalChange change, String one, String many) {
        int number = (int) diff.shifts().stream()
                .filter(shift -> shift.intervalChange() == change)
                .count();
        if (number > 0) {
            String noun = parts.isEmpty() ? (number == 1 ? " interval " : " intervals ") : " ";
            parts.add(Wording.count(number) + noun + (number == 1 ? one : many));
        }
    }

    /** The first of several counts says what is counted. */
    private static void rules(List<String> parts, int number, String done) {
        if (number > 0) {
            parts.add(
                    parts.isEmpty()
                            ? Wording.plural(number, "rule", "rules") + " " + done
                            : Wording.count(number) + " " + done);
        }
    }

    private List<Section> sections(RuleBookDiff diff) {
        List<Section> sections = new ArrayList<>();
        List<Shift> flips = diff.shifts().stream().filter(Shift::flipsVerdict).toList();
        List<Shift> shifts = diff.shifts().stream()
                .filter(shift -> !shift.flipsVerdict() && shift.hasEffect())
                .toList();
        ShiftText text = new ShiftText(diff, all);
        sections.add(text.section("Verdicts that flip", flips, flips.size()));
        sections.add(text.section("Verdicts that shift without flipping", shifts, all ? shifts.size() : MOST));
        sections.add(text.intervals(all ? diff.shifts().size() : MOST));
        if (all) {
            sections.add(Section.text(
                    "Scenarios that stay as they are",
                    diff.shifts().stream()
                            .filter(shift -> !shift.hasEffect() && shift.intervalChange() == IntervalChange.SAME)
                            .map(shift -> shift.first().scenario().title() + " ("
                                    + shift.first().scenario().id() + ").")
                            .toList()));
        }
        sections.addAll(new RuleEditText(diff, all).sections());
        return sections;
    }

    private static List<String> method(RuleBookDiff diff) {
        boolean byGroup = diff.shifts().stream().anyMatch(Shift::byGroup);
        if (diff.shifts().stream().noneMatch(Shift::hasEffect)) {
            return List.of();
        }
        return List.of("Shares are exact (Shapley): what switching a part to B adds, on average over all orders of "
                + "switching; rounded so that they add up."
                + (byGroup
                        ? " Where more than twelve rules that differ bear on a scenario, they are switched "
                                + "barrier by barrier."
                        : ""));
    }
}
