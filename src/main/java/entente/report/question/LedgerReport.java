package entente.report.question;

import entente.model.Group;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.RuleKind;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import entente.report.wording.ConditionText;
import entente.report.wording.GroundText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger: every rule by group, with its status and its distances. */
public final class LedgerReport {

    private static final int ALLIANCE = 10;
    private static final int PARTNERSHIP = 13;

    private LedgerReport() {}

    public static Report of(Assessment assessment) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.body(new VerdictSentences(assessment, LikelihoodScale.ICD203).opening()));
        blocks.add(Prose.body(Arrays.stream(LedgerStatus.values())
                .map(status -> mark(status) + Wording.GLUE + described(status).replace(' ', Wording.GLUE))
                .collect(Collectors.joining(" · "))));
        for (Group group : assessment.catalogue().allGroups()) {
            List<Row> rows = new ArrayList<>();
            assessment.ledger().stream()
                    .filter(row -> row.rule().group().equals(group.id()))
                    .forEach(row -> rows(rows, row, assessment));
            blocks.add(new Table(
                    group.label(),
                    "",
                    List.of(Column.figures("alliance", ALLIANCE), Column.figures("partnership", PARTNERSHIP)),
                    rows));
        }
        Scenario scenario = assessment.scenario();
        return new Report(scenario.title(), AssessmentReport.dated(scenario), blocks);
    }

    private static void rows(List<Row> rows, LedgerRow row, Assessment assessment) {
        boolean counts = row.fired() && row.rule().kind() == RuleKind.CLAIM;
        String claim = row.rule().claim();
        rows.add(new Row(
                1,
                mark(row.status()),
                new Words(claim, claim, row.fired() ? Emphasis.PLAIN : Emphasis.FAINT),
                List.of(
                        Words.of(counts ? Wording.pointsOrDot(row.alliancePoints()) : ""),
                        Words.of(counts ? Wording.pointsOrDot(row.partnershipPoints()) : ""))));
        rows.add(Row.of(2, row.rule().id() + ", " + GroundText.full(row.rule())));
        overridden(row, assessment).ifPresent(by -> rows.add(Row.of(2, by)));
        row.conditions().stream()
                .map(condition -> row.fired()
                        ? ConditionText.of(condition, assessment.catalogue())
                        : ConditionText.judged(condition, assessment.catalogue()))
                .forEach(sentence -> rows.add(Row.of(2, sentence)));
    }

    /** One rule of the ledger, by its id, with its card. */
    public static Report of(Assessment assessment, String rule) {
        LedgerRow row = assessment.ledger().stream()
                .filter(candidate -> candidate.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
        List<String> facts = new ArrayList<>();
        overridden(row, assessment).ifPresent(facts::add);
        row.conditions().forEach(condition -> facts.add(ConditionText.judged(condition, assessment.catalogue())));
        if (row.rule().kind() == RuleKind.CLAIM) {
            facts.add("Points on an alliance " + Wording.points(row.alliancePoints()) + ", on the partnership "
                    + Wording.points(row.partnershipPoints()) + (row.fired() ? "." : ", if it counted."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(RuleReport.card(row.rule()));
        SuppositionText.sentence(assessment).ifPresent(supposition -> blocks.add(Prose.body(supposition)));
        blocks.add(Items.of(assessment.scenario().title() + ": " + described(row.status()), facts));
        return new Report(row.rule().claim(), RuleReport.named(row.rule()), blocks);
    }

    private static Optional<String> overridden(LedgerRow row, Assessment assessment) {
        return row.overriddenBy().map(by -> {
            boolean ceiling = assessment.ledger().stream()
                    .map(LedgerRow::rule)
                    .anyMatch(rule -> rule.id().equals(by) && rule.kind() == RuleKind.CEILING);
            return (ceiling ? "replaced by " : "silenced by ") + by;
        });
    }

    private static String mark(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "●";
            case NOT_FIRED -> "○";
            case UNDETERMINED -> "?";
            case OVERRIDDEN -> "⊘";
            case DISABLED -> "–";
        };
    }

    private static String described(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "fired";
            case NOT_FIRED -> "not fired";
            case UNDETERMINED -> "undetermined: depends on an unrated indicator";
            case OVERRIDDEN -> "overridden by another rule";
            case DISABLED -> "disabled by an assumption";
        };
    }
}
