package entente.report.question;

import entente.analysis.comparison.ScenarioContrast;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.wording.ReadingText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The sections of a contrast, for every format. */
final class ContrastSections {

    private ContrastSections() {}

    static List<Block> of(ScenarioContrast contrast, List<String> names, boolean all) {
        List<Block> sections = new ArrayList<>();
        sections.add(new AttributionTable(contrast, all).table());
        sections.add(VerdictComparison.of(contrast.before(), contrast.after(), names, all));
        sections.add(new RuleDifferenceTable(all).table(contrast));
        sections.add(PointsTable.of(contrast.before(), contrast.after(), names));
        if (all) {
            sections.add(Items.of("Readings that are the same", sameReadings(contrast)));
            sections.add(Items.of("Claims that count the same in both", sameRules(contrast)));
        }
        return sections;
    }

    private static List<String> sameReadings(ScenarioContrast contrast) {
        return contrast.readings().stream()
                .filter(change -> !change.differs())
                .map(change -> Wording.label(contrast.after().catalogue().indicator(change.indicator())) + ": "
                        + ReadingText.graded(change.after(), change.afterGrade()) + ".")
                .toList();
    }

    private static List<String> sameRules(ScenarioContrast contrast) {
        return contrast.rules().stream()
                .filter(change -> !change.differs() && change.after().fired())
                .map(change -> change.rule().claim())
                .toList();
    }

    /** What is omitted because it is equal. */
    static String same(ScenarioContrast contrast) {
        int readings = (int)
                contrast.readings().stream().filter(change -> !change.differs()).count();
        int rules = (int)
                contrast.rules().stream().filter(change -> !change.differs()).count();
        return "The same in both and left out: " + Wording.plural(readings, "reading", "readings") + ", "
                + Wording.plural(rules, "rule", "rules") + " (--all).";
    }

    static boolean anythingSame(ScenarioContrast contrast) {
        return contrast.readings().stream().anyMatch(change -> !change.differs())
                || contrast.rules().stream().anyMatch(change -> !change.differs());
    }
}
