package entente.upkeep;

import entente.assessment.Assessor;
import entente.assessment.BookMixture;
import entente.domain.Assessment;
import entente.domain.BookDiff;
import entente.domain.BookTable;
import entente.domain.FigureChange;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.RuleEdit;
import entente.domain.Scenario;
import entente.rules.OpenBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The difference between two rule books, and which part of it moves which scenario. */
public final class BookDiffs {

    /**
     * A scenario as each book reads it.
     *
     * @param whole with everything that either book knows
     */
    public record Read(Scenario first, Scenario second, Scenario whole) {}

    private final OpenBook first;
    private final OpenBook second;

    public BookDiffs(OpenBook first, OpenBook second) {
        this.first = first;
        this.second = second;
    }

    public BookDiff over(List<Read> corpus) {
        RuleBook a = first.book();
        RuleBook b = second.book();
        List<FigureChange> figures = FigureChanges.between(a, b);
        return new BookDiff(a, b, only(b, a), only(a, b), edits(a, b), figures, shifts(corpus, tables(figures)));
    }

    private static List<Rule> only(RuleBook own, RuleBook other) {
        return own.rules().stream()
                .filter(rule -> other.find(rule.id()).isEmpty())
                .toList();
    }

    private static List<RuleEdit> edits(RuleBook first, RuleBook second) {
        return first.rules().stream()
                .flatMap(rule -> second.find(rule.id()).map(other -> new RuleEdit(rule, other)).stream())
                .filter(edit -> !edit.fields().isEmpty())
                .toList();
    }

    /** The tables that differ, as far as a likelihood or a depth depends on them. */
    private static Set<BookTable> tables(List<FigureChange> figures) {
        Set<BookTable> tables = EnumSet.noneOf(BookTable.class);
        for (FigureChange change : figures) {
            if (change.path().startsWith("weights/")) {
                tables.add(BookTable.WEIGHTS);
            } else if (change.path().startsWith("ceilings/")) {
                tables.add(BookTable.CEILINGS);
            } else if (change.path().startsWith("baseRates/")) {
                tables.add(BookTable.BASE_RATES);
            } else if (change.path().endsWith("/cutPoints")) {
                tables.add(BookTable.CUT_POINTS);
            }
        }
        return tables;
    }

    private List<BookDiff.Shift> shifts(List<Read> corpus, Set<BookTable> tables) {
        Assessor underFirst = new Assessor(first);
        Assessor underSecond = new Assessor(second);
        BookMixture mixture = new BookMixture(first, second);
        List<BookDiff.Shift> shifts = new ArrayList<>();
        for (Read read : corpus) {
            Assessment before = underFirst.assess(read.first());
            Assessment after = underSecond.assess(read.second());
            shifts.add(
                    new ShiftSplit(mixture.of(read.whole()), tables, first.book(), second.book()).split(before, after));
        }
        shifts.sort(Comparator.comparingInt((BookDiff.Shift shift) -> -Math.abs(shift.tenths())));
        return shifts;
    }
}
