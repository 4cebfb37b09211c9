package entente.briefing;

import entente.briefing.Section.Row;
import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.CeilingEffect;
import entente.domain.Contrast;
import entente.domain.LedgerRow;
import entente.domain.Points;
import entente.domain.RuleChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a contrast is told in, whatever the format. */
final class ContrastSections {

    private ContrastSections() {}

    static List<Section> of(Contrast contrast, List<String> names, boolean all) {
        List<Section> sections = new ArrayList<>();
        sections.add(new SplitText(contrast, all).section());
        sections.add(SideBySide.of(contrast.before(), contrast.after(), names, all));
        sections.add(new RuleChangeText(all).section(contrast));
        sections.add(points(contrast, names));
        if (all) {
            sections.add(Section.text("Readings that are the same", sameReadings(contrast)));
            sections.add(Section.text("Claims that count the same in both", sameRules(contrast)));
        }
        return sections;
    }

    private static Section points(Contrast contrast, List<String> names) {
        Balance a = contrast.before().balance();
        Balance b = contrast.after().balance();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Base rate", a.base(), b.base()));
        rows.add(row("What holds it down and pushes it up", a.sum(), b.sum()));
        Set<String> ceilings = new LinkedHashSet<>();
        a.ceilings().forEach(effect -> ceilings.add(effect.rule()));
        b.ceilings().forEach(effect -> ceilings.add(effect.rule()));
        for (String ceiling : ceilings) {
            Points first = takenBack(a, ceiling);
            Points second = takenBack(b, ceiling);
            if (first.hundredths() != 0 || second.hundredths() != 0) {
                rows.add(row("Ceiling: " + claim(contrast.after(), ceiling), first, second));
            }
        }
        rows.add(row("Result", a.result(), b.result()));
        rows.add(row("Depth of the partnership", a.partnership(), b.partnership()));
        return new Section(
                "How the points differ", List.of(names.get(0), names.get(1), "difference"), Section.FIGURES + 2, rows);
    }

    private static Points takenBack(Balance balance, String rule) {
        return Points.ZERO.minus(balance.ceilings().stream()
                .filter(effect -> effect.rule().equals(rule))
                .map(CeilingEffect::takenBack)
                .findFirst()
                .orElse(Points.ZERO));
    }

    static String claim(Assessment assessment, String id) {
        return assessment.ledger().stream()
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(id))
                .map(Words::claim)
                .findFirst()
                .orElse(id);
    }

    private static Row row(String text, Points first, Points second) {
        return Row.of(
                1, text, Words.pointsOrDot(first), Words.pointsOrDot(second), Words.pointsOrDot(second.minus(first)));
    }

    private static List<String> sameReadings(Contrast contrast) {
        return contrast.readings().stream()
                .filter(change -> !change.differs())
                .map(change -> Words.label(contrast.after().catalogue().indicator(change.indicator())) + ": "
                        + ReadingText.graded(change.after(), change.afterGrade()) + ".")
                .toList();
    }

    private static List<String> sameRules(Contrast contrast) {
        return contrast.rules().stream()
                .filter(change -> !change.differs() && change.after().fired())
                .map(change -> change.rule().claim())
                .toList();
    }

    /** What was left out because it is the same. */
    static String same(Contrast contrast) {
        int readings = (int)
                contrast.readings().stream().filter(change -> !change.differs()).count();
        int rules = (int)
                contrast.rules().stream().filter(change -> !change.differs()).count();
        return "The same in both and left out: " + Words.plural(readings, "reading", "readings") + ", "
                + Words.plural(rules, "rule", "rules") + " (--all).";
    }

    static boolean anythingSame(Contrast contrast) {
        return contrast.readings().stream().anyMatch(change -> !change.differs())
                || contrast.rules().stream().anyMatch(change -> !change.differs());
    }
}
