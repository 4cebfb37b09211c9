package entente.analysis.track;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.track.TrackRecord.BrierScore;
import entente.analysis.track.TrackRecord.CalibrationBand;
import entente.analysis.track.TrackedStatement.Resolution;
import entente.analysis.track.TrackedStatement.State;
import entente.model.Band;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.report.csv.ResultTable;
import entente.report.form.TextStyle;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scores of statements, against figures computed by hand. */
class TrackRecordTest {

    private static final LocalDate TODAY = LocalDate.parse("2031-01-01");
    private static final LocalDate FIRST = LocalDate.parse("2025-11-30");
    private static final LocalDate SECOND = LocalDate.parse("2025-12-31");

    private static TrackedStatement one(int number, int tenths, LocalDate asOf, String outcome, LocalDate today) {
        Optional<Resolution> resolution = outcome.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Resolution(outcome.startsWith("yes"), LocalDate.parse(outcome.split(" ")[1]), "A source"));
        Edition edition = edition("a", number, tenths, asOf, tenths / 10.0 + " %", Optional.empty());
        return TrackedStatement.of(edition, resolution, today);
    }

    /**
     * With a base rate of 2 percent, issued on 1 March 2026.
     *
     * @param asOf from which the horizon of five years counts
     * @param interval that was stated instead of the likelihood
     */
    private static Edition edition(
            String scenario, int number, int tenths, LocalDate asOf, String figure, Optional<Interval> interval) {
        return new Edition(
                new EditionId(scenario, number),
                "A title",
                new Statement(
                        "An alliance",
                        Optional.of(asOf),
                        5,
                        asOf.plusYears(5),
                        "An alliance: " + figure + ".",
                        figure,
                        interval.map(Interval::low),
                        interval.map(Interval::high),
                        new Percent(tenths),
                        Optional.of(Relationship.values()[0]),
                        2.0),
                "0".repeat(64),
                new Provenance("0.1.0", new RuleBookVersion("1.4", "1".repeat(64), Optional.of("2".repeat(64)))),
                Optional.empty(),
                Instant.parse("2026-03-01T12:00:00Z"),
                number == 1 ? Optional.empty() : Optional.of(number - 1),
                Optional.empty());
    }

    /** Two statements on a question that came true, one on another that did not; base rate 2 percent. */
    private static TrackRecord threeResolved() {
        return new TrackRecord(
                TODAY,
                List.of(
                        one(1, 700, FIRST, "yes 2030-01-01", TODAY),
                        one(2, 800, FIRST, "yes 2030-01-01", TODAY),
                        one(3, 100, SECOND, "no 2030-12-31", TODAY)));
    }

    @Test
    void scoresAreTheMeansOfSquaredDifferences() {
        // By statement: (0.3² + 0.2² + 0.1²) / 3 = 0.14 / 3; base rate: (0.98² + 0.98² + 0.02²) / 3 = 1.9212 / 3.
        BrierScore byStatement = threeResolved().byStatement().orElseThrow();
        assertThat(byStatement).isEqualTo(new BrierScore(3, 0.046667, 0.046667, 0.6404));
        assertThat(byStatement.lowestSkill()).isEqualTo(0.927128);
        // By question: ((0.09 + 0.04) / 2 + 0.01) / 2 = 0.0375; base rate: (0.9604 + 0.0004) / 2 = 0.4804.
        assertThat(threeResolved().byQuestion()).contains(new BrierScore(2, 0.0375, 0.0375, 0.4804));
    }

    /** Of an interval of 10 to 60 percent, whose best estimate was not published, both ends are scored. */
    @Test
    void anIntervalIsScoredFromItsNearerToItsFartherEnd() {
        Interval open = new Interval(new Percent(100), new Percent(600), true);
        TrackedStatement interval = TrackedStatement.of(
                edition("b", 1, 300, SECOND, "10–60 %", Optional.of(open)),
                Optional.of(new Resolution(false, LocalDate.parse("2030-12-31"), "A source")),
                TODAY);
        TrackRecord alone = new TrackRecord(TODAY, List.of(interval));
        BrierScore score = alone.byStatement().orElseThrow();
        // 0.1² to 0.6², and not 0.3²; the base rate has 0.02².
        assertThat(score).isEqualTo(new BrierScore(1, 0.01, 0.36, 0.0004));
        assertThat(List.of(score.lowestSkill(), score.highestSkill())).containsExactly(-899.0, -24.0);
        assertThat(alone.calibration()).isEmpty();
        assertThat(text(alone))
                .contains("0.0100 to 0.3600", "One resolved statement gives an interval", "10–60 %")
                .doesNotContain("30.0 %");
        // (0.1² + 0.3²) / 2 to (0.6² + 0.3²) / 2.
        TrackRecord both = new TrackRecord(TODAY, List.of(interval, one(2, 700, FIRST, "yes 2030-01-01", TODAY)));
        assertThat(both.byQuestion().orElseThrow()).isEqualTo(new BrierScore(2, 0.05, 0.225, 0.4804));
        assertThat(both.calibration()).hasSize(1);
    }

    @Test
    void aBadRecordHasNegativeSkill() {
        TrackRecord bad = new TrackRecord(TODAY, List.of(one(1, 900, FIRST, "no 2030-11-30", TODAY)));
        // 0.9² = 0.81 against 0.02² = 0.0004.
        assertThat(bad.byStatement()).contains(new BrierScore(1, 0.81, 0.81, 0.0004));
        assertThat(bad.byStatement().orElseThrow().lowestSkill()).isEqualTo(-2024.0);
        assertThat(text(bad)).contains("−2024.00", "One resolved question is too few to judge by", "below 30");
    }

    @Test
    void calibrationGroupsByTheBandsOfTheScale() {
        assertThat(threeResolved().calibration())
                .containsExactly(
                        new CalibrationBand(Band.VERY_UNLIKELY, 1, 10.0, 0),
                        new CalibrationBand(Band.LIKELY, 1, 70.0, 1),
                        new CalibrationBand(Band.VERY_LIKELY, 1, 80.0, 1));
    }

    @Test
    void aStatementIsOpenUpToItsLastDayAndOverdueFromTheNext() {
        assertThat(one(1, 100, FIRST, "", LocalDate.parse("2030-11-30")).state())
                .isEqualTo(State.OPEN);
        assertThat(one(1, 100, FIRST, "", LocalDate.parse("2030-12-01")).state())
                .isEqualTo(State.OVERDUE);
    }

    /** The samples are issued on 1 March 2026. */
    @Test
    void aStatementIssuedWhenItsEventHadHappenedOrItsHorizonWasOverIsNotScored() {
        assertThat(one(1, 900, FIRST, "yes 2026-03-01", TODAY).state()).isEqualTo(State.HINDSIGHT);
        assertThat(one(1, 900, FIRST, "yes 2026-03-02", TODAY).state()).isEqualTo(State.RESOLVED);
        assertThat(one(1, 900, LocalDate.parse("2021-03-01"), "", TODAY).state())
                .isEqualTo(State.HINDSIGHT);
        assertThat(one(1, 900, LocalDate.parse("2021-03-02"), "", TODAY).state())
                .isEqualTo(State.OVERDUE);
        TrackRecord record =
                new TrackRecord(TODAY, List.of(one(1, 100, LocalDate.parse("2018-06-30"), "no 2023-06-30", TODAY)));
        assertThat(record.byStatement()).isEmpty();
        assertThat(text(record)).contains("one in hindsight", "hindsight: no, 2023-06-30", "not scored");
    }

    @Test
    void theReportCountsStatementsAndQuestions() {
        assertThat(text(threeResolved()))
                .contains(
                        "Three statements on two questions: three resolved, none open, none overdue.",
                        "0.0467",
                        "0.0375");
        assertThat(text(new TrackRecord(TODAY, List.of()))).contains("No edition is archived yet.");
        assertThat(ResultTable.TRACK_RECORD.write(threeResolved()))
                .contains("\"a\",3,")
                .contains("2030-12-31");
    }

    private static String text(TrackRecord record) {
        return TextRenderer.render(Answers.trackRecord(record), TextStyle.PLAIN).replaceAll("\\s+", " ");
    }
}
