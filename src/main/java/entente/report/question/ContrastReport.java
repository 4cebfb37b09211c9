package entente.report.question;

import entente.analysis.comparison.ScenarioContrast;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Report;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ReadingText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** How scenarios differ from the first of them; {@code all}: also what is the same in both. */
public record ContrastReport(boolean all) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** One part for each contrast; all have the same first assessment. */
    public Report report(List<ScenarioContrast> contrasts) {
        Assessment first = contrasts.get(0).before();
        List<Block> blocks = new ArrayList<>();
        Block.Field reference = new Block.Field("A", named(first, ""));
        boolean several = contrasts.size() > 1;
        if (several) {
            blocks.add(new Block.Fields("", List.of(reference)));
        }
        for (int i = 0; i < contrasts.size(); i++) {
            ScenarioContrast contrast = contrasts.get(i);
            String name = letter(i + 1);
            if (several) {
                blocks.add(new Block.Heading(contrast.after().scenario().title()));
            }
            Block.Field other = new Block.Field(name, named(contrast.after(), changed(contrast)));
            blocks.add(new Block.Fields("", several ? List.of(other) : List.of(reference, other)));
            if (contrast.isEmpty()) {
                blocks.add(Prose.of(
                        Role.LEAD,
                        "Nothing differs: the same readings, the same assumptions, "
                                + new VerdictSentences(contrast.after(), LikelihoodScale.ICD203).figure()
                                + " in both."));
                continue;
            }
            List<Words> lead = new ArrayList<>(List.of(Words.strong(AttributionTable.headline(contrast))));
            AttributionTable.knowledge(contrast).ifPresent(sentence -> lead.add(Words.of(sentence)));
            VerdictComparison.relationshipChange(contrast.before(), contrast.after())
                    .ifPresent(sentence -> lead.add(Words.of(sentence)));
            blocks.add(new Prose(Role.LEAD, lead));
            blocks.addAll(sections(contrast, List.of("A", name)));
            blocks.add(Prose.body(new AttributionTable(contrast, all).method() + (all ? "" : same(contrast))));
        }
        var from = first.provenance();
        String foot = "Rules " + from.rulesVersion() + " (" + from.rulesSha256() + "), Entente " + from.engine() + ". "
                + AssessmentSentences.caveat(first);
        blocks.add(Prose.footer(Words.withDigests(foot, from.rulesSha256())));
        return new Report("What differs between scenarios", "", blocks);
    }

    private static String letter(int index) {
        return index < LETTERS.length() ? LETTERS.substring(index, index + 1) : Integer.toString(index + 1);
    }

    private static String named(Assessment assessment, String changed) {
        Scenario scenario = assessment.scenario();
        return scenario.title() + " (" + AssessmentReport.dated(scenario) + changed + "). "
                + new VerdictSentences(assessment, LikelihoodScale.ICD203).opening();
    }

    private static String changed(ScenarioContrast contrast) {
        Scenario a = contrast.before().scenario();
        Scenario b = contrast.after().scenario();
        return a.id().equals(b.id()) && !a.sha256().equals(b.sha256()) ? ", changed" : "";
    }

    private List<Block> sections(ScenarioContrast contrast, List<String> names) {
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
                .map(change -> contrast.after()
                                .catalogue()
                                .indicator(change.indicator())
                                .shortLabel() + ": " + ReadingText.graded(change.after(), change.afterGrade()) + ".")
                .toList();
    }

    private static List<String> sameRules(ScenarioContrast contrast) {
        return contrast.rules().stream()
                .filter(change -> !change.differs() && change.after().fired())
                .map(change -> change.rule().claim())
                .toList();
    }

    /** What is omitted because it is equal. */
    private static String same(ScenarioContrast contrast) {
        int readings = (int)
                contrast.readings().stream().filter(change -> !change.differs()).count();
        int rules = (int)
                contrast.rules().stream().filter(change -> !change.differs()).count();
        return readings + rules == 0
                ? ""
                : " The same in both and left out: " + Wording.plural(readings, "reading") + ", "
                        + Wording.plural(rules, "rule") + " (--all).";
    }
}
