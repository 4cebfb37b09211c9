package entente.service.workshop.board;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.report.wording.VerdictSentences.VerdictFigure;
import entente.scoring.Assessor.RangeAssessment;
import entente.scoring.GradedScenario;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopGroup.Standing;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on the case of a group, or on the baseline.
 *
 * @param rated whether any reading is rated
 */
public record CaseVerdict(GroupReadings readings, RangeAssessment range, boolean rated) {

    static CaseVerdict of(CaseReader reader, GroupReadings readings) {
        Scenario scenario = reader.scenario(readings);
        return new CaseVerdict(
                readings,
                reader.snapshot().assessor().rangeAssessment(scenario),
                scenario.readings().values().stream().anyMatch(reading -> reading.status() != ReadingStatus.UNKNOWN));
    }

    /** What is stated, as an assessment of the case states it. */
    public VerdictFigure brief() {
        return new VerdictFigure(likelihood(), interval(), rated, LikelihoodScale.ICD203);
    }

    /** The verdict that a move is answered with, which is cheaper. */
    public static Standing standing(CaseReader reader, GroupReadings readings) {
        var point = reader.snapshot().assessor().pointAssessment(reader.scenario(readings));
        return new Standing(point.likelihood(), point.relationship());
    }

    public Percent likelihood() {
        return range.point().likelihood();
    }

    public Optional<Relationship> relationship() {
        return range.point().relationship();
    }

    public Interval interval() {
        return range.interval();
    }

    public GradedScenario graded() {
        return range.graded();
    }

    public List<IntervalReduction> findOutNext() {
        return range.findOutNext();
    }
}
