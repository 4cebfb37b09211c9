package entente.report.question;

import entente.analysis.attribution.Share;
import entente.model.Group;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.RuleBookTable;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.IntervalChange;
import entente.quality.diff.RuleBookDiff.Shift;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How verdicts differ between two rule books, and which parts of the books cause it. */
record ShiftTable(RuleBookDiff diff, boolean all) {

    private static final int COLUMN = 10;
    private static final int INTERVAL = 12;

    private static final int MOST_SHARES = 6;

    Table table(String heading, List<Shift> shifts, int most) {
        List<Row> rows = new ArrayList<>();
        shifts.stream().limit(most).forEach(shift -> rows(rows, shift));
        if (shifts.size() > most) {
            rows.add(Row.of(1, "and " + Wording.count(shifts.size() - most) + " that shift no more: --all."));
        }
        return Table.figures(heading, List.of("A", "B", "pp"), COLUMN, rows);
    }

    /** The intervals that change, largest change of width first. */
    Table intervals(int most) {
        List<Shift> changed = diff.shifts().stream()
                .filter(shift -> shift.intervalChange() != IntervalChange.SAME)
                .sorted(Comparator.comparingInt(shift -> -Math.abs(wider(shift))))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Shift shift : changed.subList(0, Math.min(most, changed.size()))) {
            String name = Wording.named(shift.first().scenario());
            rows.add(Row.of(1, name, span(shift.first()), span(shift.second()), Wording.shift(wider(shift))));
        }
        if (changed.size() > most) {
            rows.add(Row.of(1, "and " + Wording.count(changed.size() - most) + " that change no more: --all."));
        }
        return Table.figures("Intervals that change", List.of("A, %", "B, %", "width, pp"), INTERVAL, rows);
    }

    private static int wider(Shift shift) {
        return shift.second().verdict().interval().widthTenths()
                - shift.first().verdict().interval().widthTenths();
    }

    private static String span(Assessment assessment) {
        Interval interval = assessment.verdict().interval();
        return Wording.tenths(interval.low().tenths()) + "–"
                + Wording.tenths(interval.high().tenths());
    }

    private void rows(List<Row> rows, Shift shift) {
        Verdict a = shift.first().verdict();
        Verdict b = shift.second().verdict();
        String name = Wording.named(shift.first().scenario());
        String before = Wording.percent(a.likelihood());
        rows.add(Row.of(1, name, before, Wording.percent(b.likelihood()), Wording.shift(shift.tenths())));
        flips(a, b).forEach(flip -> rows.add(Row.of(2, flip)));
        if (shift.tenths() != 0) {
            attribution(rows, "", shift.likelihood(), Wording::shift, shift.byGroup());
        }
        boolean depth = shift.depth().rounded() != 0;
        if (depth && (shift.tenths() == 0 || !Wording.relationship(a).equals(Wording.relationship(b)))) {
            String whole = "depth of the partnership " + points(shift.depth().rounded()) + " points: ";
            attribution(rows, whole, shift.depth(), ShiftTable::points, shift.byGroup());
        }
    }

    private static String points(int hundredths) {
        return Wording.points(new Points(hundredths));
    }

    private static List<String> flips(Verdict a, Verdict b) {
        List<String> flips = new ArrayList<>();
        if (a.likelihood().band() != b.likelihood().band()) {
            flips.add("from " + a.likelihood().band().term() + " to "
                    + b.likelihood().band().term());
        }
        String before = Wording.relationship(a);
        String after = Wording.relationship(b);
        if (!before.equals(after)) {
            boolean ranges = a.relationship().isEmpty() || b.relationship().isEmpty();
            flips.add(ranges ? "under A " + before + ", under B " + after : "from " + before + " to " + after);
        }
        return flips;
    }

    /** The parts that cause the shift, largest first. */
    private void attribution(List<Row> rows, String before, Share whole, IntFunction<String> figure, boolean byGroup) {
        List<Share> shares = whole.parts().stream()
                .filter(share -> share.exact().signum() != 0)
                .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .toList();
        if (shares.size() == 1) {
            rows.add(Row.of(2, before + "all by " + name(shares.get(0), byGroup)));
            return;
        }
        int shown = all || shares.size() <= MOST_SHARES + 1 ? shares.size() : MOST_SHARES;
        List<String> parts = shares.subList(0, shown).stream()
                .map(share -> name(share, byGroup) + Wording.GLUE + figure.apply(share.rounded()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Share> rest = shares.subList(shown, shares.size());
        if (!rest.isEmpty()) {
            parts.add(Wording.count(rest.size()) + " others together" + Wording.GLUE
                    + figure.apply(rest.stream().mapToInt(Share::rounded).sum()));
        }
        rows.add(Row.of(2, before + String.join(", ", parts)));
    }

    private String name(Share share, boolean byGroup) {
        return share.ids().stream()
                .map(id -> Arrays.stream(RuleBookTable.values())
                        .filter(table -> table.id().equals(id))
                        .map(table -> "the " + Wording.word(table))
                        .findFirst()
                        .orElseGet(() -> byGroup ? group(id) : id))
                .collect(Collectors.joining(" and "));
    }

    private String group(String id) {
        return "“"
                + Stream.of(diff.second(), diff.first())
                        .flatMap(book -> book.catalogue().allGroups().stream())
                        .filter(group -> group.id().equals(id))
                        .map(Group::label)
                        .findFirst()
                        .orElse(id)
                + "”";
    }
}
