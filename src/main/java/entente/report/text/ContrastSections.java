package entente.report.text;

import entente.analysis.comparison.ScenarioContrast;
import entente.report.form.Section;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The sections of a contrast, for every format. */
final class ContrastSections {

    private ContrastSections() {}

    static List<Section> of(ScenarioContrast contrast, List<String> names, boolean all) {
        List<Section> sections = new ArrayList<>();
        sections.add(new AttributionText(contrast, all).section());
        sections.add(SideBySide.of(contrast.before(), contrast.after(), names, all));
        sections.add(new RuleDifferenceText(all).section(contrast));
        sections.add(PointsSection.of(contrast.before(), contrast.after(), names));
        if (all) {
            sections.add(Section.text("Readings that are the same", sameReadings(contrast)));
            sections.add(Section.text("Claims that count the same in both", sameRules(contrast)));
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
