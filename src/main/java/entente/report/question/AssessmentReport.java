package entente.report.question;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.report.form.Block;
import entente.report.form.Block.Compact;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.LikelihoodFigure;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.BalanceText;
import entente.report.wording.CaveatText;
import entente.report.wording.ConditionText;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.GroundText;
import entente.report.wording.NearMiss;
import entente.report.wording.OutlookText;
import entente.report.wording.RuleInteraction;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** An assessment: the verdict, what bears on it, and what it rests on. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class AssessmentReport {

    private final Assessment assessment;
    private final LikelihoodScale scale;
    private final boolean full;
    private final List<Block> blocks = new ArrayList<>();

    public static Report of(Assessment assessment, LikelihoodScale scale, DetailLevel explain) {
        AssessmentReport report = new AssessmentReport(assessment, scale, explain == DetailLevel.FULL);
        report.verdict();
        if (report.full) {
            report.everything();
        } else {
            report.summary();
        }
        Scenario scenario = assessment.scenario();
        return new Report(scenario.title(), dated(scenario), report.blocks);
    }

    private void everything() {
        FactorTable factors = new FactorTable(assessment, true);
        blocks.add(factors.of(-1));
        blocks.add(factors.of(1));
        balance();
        blocks.addAll(AssessmentBasis.lists(assessment, scale));
        nearMisses();
        interactions();
        blocks.addAll(AssessmentBasis.full(assessment));
    }

    private void summary() {
        FactorTable factors = new FactorTable(assessment, false);
        List<Block> close = new ArrayList<>();
        CaveatText.slips(assessment).forEach(slip -> close.add(Prose.body(slip)));
        close.add(factors.of(-1));
        close.add(factors.of(1));
        close.addAll(AssessmentBasis.paragraphs(assessment, scale));
        close.addAll(AssessmentBasis.summary(assessment));
        blocks.add(new Compact(close));
    }

    /** The id of a scenario with its date. */
    static String dated(Scenario scenario) {
        return scenario.id() + scenario.asOf().map(date -> ", as of " + date).orElse("");
    }

    private void verdict() {
        SuppositionText.sentence(assessment).ifPresent(supposition -> blocks.add(Prose.of(Role.LEAD, supposition)));
        List<Words> lead = new ArrayList<>();
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        lead.add(Words.strong(verdict.statement()));
        verdict.edge().ifPresent(edge -> lead.add(Words.of(edge)));
        lead.add(Words.of(String.join(" ", AssessmentSentences.relationship(assessment))));
        blocks.add(new Prose(Role.LEAD, lead));
        blocks.add(new LikelihoodFigure(
                scale, assessment.verdict().likelihood(), assessment.verdict().interval()));
        blocks.add(Prose.of(
                Role.LEAD, ConfidenceStatement.of(assessment), new OutlookText(assessment, scale, full).path()));
        Optional<String> narrative = assessment.scenario().narrative();
        narrative.ifPresent(text -> blocks.add(AssessmentBasis.inFull(full, Prose.of(Role.QUOTE, text))));
    }

    private void remarks(
            List<Row> rows, int depth, List<ConditionResult> conditions, Function<ConditionResult, String> sentence) {
        conditions.forEach(condition -> rows.add(Row.of(depth, sentence.apply(condition))));
    }

    private static void assumption(List<Row> rows, LedgerRow row) {
        GroundText.assumption(row.rule()).ifPresent(assumption -> rows.add(Row.of(2, Wording.sentence(assumption))));
    }

    private String missing(ConditionResult condition) {
        return ConditionText.missing(condition, assessment.catalogue());
    }

    private static Row row(int depth, String text, String figure, LedgerRow cited) {
        return new Row(
                depth,
                Words.of(text),
                List.of(Words.of(figure), FactorTable.citations(cited.rule().cites())));
    }

    private void table(String heading, String figure, List<Row> rows) {
        blocks.add(new Table(
                heading,
                "",
                List.of(Column.figures(figure, FactorTable.FIGURES), Column.words("article", FactorTable.CITATIONS)),
                rows));
    }

    private void balance() {
        PointBalance balance = assessment.balance();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(1, BalanceText.base(assessment), Wording.points(balance.base())));
        rows.add(Row.of(1, BalanceText.SUM, Wording.points(balance.sum())));
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.reduction().hundredths() != 0) {
                String reduction = Wording.points(Points.ZERO.minus(effect.reduction()));
                rows.add(Row.of(1, BalanceText.ceiling(effect, assessment), reduction));
            }
        }
        Words result = Words.strong(Wording.points(balance.result()));
        rows.add(new Row(1, Words.strong(BalanceText.result(assessment)), List.of(result)));
        rows.add(Row.of(1, BalanceText.depth(balance), Wording.points(balance.partnership())));
        rows.add(Row.of(1, BalanceText.outsideView(assessment)));
        blocks.add(new Table(
                "How the points become a likelihood",
                "",
                List.of(Column.figures("points", FactorTable.FIGURES), Column.margin(FactorTable.CITATIONS)),
                rows));
    }

    private void nearMisses() {
        List<Row> rows = new ArrayList<>();
        for (NearMiss miss : NearMiss.of(assessment, Integer.MAX_VALUE)) {
            LedgerRow row = miss.row();
            rows.add(row(1, Wording.claim(row.rule()), Wording.points(row.alliancePoints()), row));
            assumption(rows, row);
            remarks(rows, 2, miss.failing(), this::missing);
        }
        table("Near misses", "if met", rows);
    }

    private void interactions() {
        List<Row> rows = new ArrayList<>();
        for (RuleInteraction interaction : RuleInteraction.of(assessment)) {
            String before = interaction.inPlay() ? "" : "Not triggered: ";
            LedgerRow row = interaction.row();
            rows.add(row(1, before + Wording.claim(row.rule()), interaction.effect(), row));
            assumption(rows, row);
            if (!interaction.inPlay()) {
                remarks(rows, 2, interaction.missing(), this::missing);
            } else {
                for (LedgerRow silenced : interaction.silenced()) {
                    String claim = interaction.verb() + ": " + Wording.claim(silenced.rule());
                    rows.add(Row.of(2, claim, Wording.pointsOrDot(silenced.alliancePoints()), ""));
                }
            }
        }
        table("Rule interactions", "silences", rows);
    }
}
