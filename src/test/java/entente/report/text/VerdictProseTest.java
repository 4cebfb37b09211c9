package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.wording.CaveatText;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Applies {@link ProseLint} to the sentences about likelihood and confidence for all values. */
class VerdictProseTest extends ProseFixture {

    @Test
    void everyWarningPassesProseLint() {
        List<String> dated = List.of("cultural_affinity", "2001-01-01", "2018-12-31");
        for (Warning.Kind kind : Warning.Kind.values()) {
            List<String> facts = switch (kind) {
                case STALE_READING, READING_AFTER_SCENARIO -> dated;
                case SCENARIO_LONG_AFTER_READINGS -> List.of("2206-11-27", "2026-11-20");
                case RANGE_ENDS_AT_CUT -> List.of("prc_export_share_west5_pct", "15", "15");
                case PERCENT_AS_FRACTION -> List.of("prc_export_share_west5_pct", "0.6", "60");
                case TARIFF_WITHOUT_EFFECT, SHARE_ABOVE_WHOLE -> List.of("145", "11.1");
                case NOTHING_RATED, INTERVAL_NOT_EXACT, RELATIONSHIPS_NOT_EXACT -> List.of();
            };
            String indicator =
                    kind == Warning.Kind.SHARE_ABOVE_WHOLE ? "prc_export_share_us_pct" : "us_avg_tariff_on_prc_pct";
            String warning = CaveatText.plain(new Warning(kind, "#/readings/" + indicator, facts), BOOK.catalogue());
            assertThat(ProseRules.sentences(warning, LikelihoodScale.ICD203)).isEmpty();
            assertThat(warning).endsWith(".");
        }
    }

    @Test
    void statementPassesProseLintAtEveryTenthOfAPercent() {
        Assessment baseline = Shipped.assess("baseline-2018");
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            for (int tenths = 1; tenths <= 999; tenths++) {
                for (int wide : List.of(0, 30, 400)) {
                    Percent low = new Percent(Math.max(1, tenths - wide));
                    Percent high = new Percent(Math.min(999, tenths + wide));
                    VerdictSentences verdict = verdict(baseline, low, new Percent(tenths), high, scale);
                    String line = verdict.statement().replace(Wording.GLUE, ' ');
                    assertThat(ProseRules.sentences(line, scale)).isEmpty();
                    assertThat(line)
                            .contains(
                                    tenths == 1
                                            ? "0.1 % or less"
                                            : tenths == 999
                                                    ? "99.9 % or more"
                                                    : printed(verdict.statement(), new Percent(tenths), scale));
                    assertThat(ProseRules.sentences(verdict.conditional(), scale))
                            .isEmpty();
                    assertThat(ProseRules.words(verdict.summary().replace(Wording.GLUE, ' '), scale))
                            .isEmpty();
                }
            }
        }
    }

    /** Whole from five up, unless that would be another word or the likelihood beside it; otherwise to the tenth. */
    private static String printed(String statement, Percent percent, LikelihoodScale scale) {
        String whole = new Figures(scale).plain(percent, true);
        return Wording.plain(statement.contains(whole) ? whole : new Figures(scale).plain(percent, false));
    }

    private static VerdictSentences verdict(
            Assessment assessment, Percent low, Percent point, Percent high, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        Verdict moved = new Verdict(
                point,
                new Interval(low, high, true),
                verdict.relationship(),
                verdict.relationships(),
                verdict.commitment(),
                verdict.flags());
        return new VerdictSentences(with(assessment, moved, assessment.confidence()), scale);
    }

    private static final List<List<String>> RAISED_BY = List.of(
            List.of(),
            List.of("political_will_to_ally"),
            Shipped.BOOK.book().catalogue().indicators().stream()
                    .map(Indicator::id)
                    .toList());

    @Test
    void confidenceStatementPassesProseLintForAllParts() {
        Assessment baseline = Shipped.assess("baseline-2018");
        int all = Shipped.BOOK.book().catalogue().indicators().size();
        for (ConfidenceLevel level : ConfidenceLevel.values()) {
            for (int hundredths = 0; hundredths <= 100; hundredths++) {
                double share = hundredths / 100.0;
                for (int assumed : List.of(0, 1, 2)) {
                    for (List<String> raisedBy : RAISED_BY) {
                        ConfidenceLevel most = level.compareTo(ConfidenceLevel.values()[hundredths % 2 + 1]) > 0
                                ? level
                                : ConfidenceLevel.values()[hundredths % 2 + 1];
                        Confidence parts = new Confidence(
                                level, most, share, 1 - share, 0.5, share, assumed + 1, assumed, all, raisedBy);
                        String statement = VerdictSentences.confidence(with(baseline, baseline.verdict(), parts));
                        assertThat(ProseRules.sentences(statement, LikelihoodScale.ICD203))
                                .isEmpty();
                        assertThat(statement).startsWith("Confidence is ").endsWith(".");
                    }
                }
            }
        }
    }
}
