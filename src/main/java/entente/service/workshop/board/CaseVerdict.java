package entente.service.workshop.board;

import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.scoring.GradedScenario;
import entente.scoring.RangeAssessment;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopGroup.Standing;
import java.util.List;
import java.util.Optional;

/** The verdict on the case of a group, or on the baseline. */
public record CaseVerdict(GroupReadings readings, RangeAssessment range) {

    static CaseVerdict of(CaseReader reader, GroupReadings readings) {
        return new CaseVerdict(readings, RangeAssessment.of(reader.snapshot().assessor(), reader.scenario(readings)));
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
