package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import entente.report.json.ScenarioVerdict.Figure;
import entente.report.wording.VerdictSentences.VerdictFigure;
import entente.scoring.Assessor.RangeAssessment;
import entente.service.workshop.WorkshopGroup.Standing;
import java.util.Optional;

/**
 * The verdict on the case of a group, or on the baseline.
 *
 * @param rated whether any reading is rated
 */
@JsonPropertyOrder({"figure", "words", "intervalFirst", "percent", "band", "lowPercent", "highPercent", "relationship"})
public record CaseVerdict(
        @JsonIgnore GroupReadings readings,
        @JsonIgnore RangeAssessment range,
        @JsonIgnore boolean rated) {

    static CaseVerdict of(CaseReader reader, GroupReadings readings) {
        Scenario scenario = reader.scenario(readings);
        return new CaseVerdict(
                readings,
                reader.snapshot().assessor().rangeAssessment(scenario),
                scenario.readings().values().stream().anyMatch(reading -> reading.status() != ReadingStatus.UNKNOWN));
    }

    /** The verdict that a move is answered with, which is cheaper. */
    static Standing standing(CaseReader reader, GroupReadings readings) {
        var point = reader.snapshot().assessor().pointAssessment(reader.scenario(readings));
        return new Standing(point.likelihood(), point.relationship());
    }

    /** What is stated, as an assessment of the case states it. */
    VerdictFigure brief() {
        return new VerdictFigure(likelihood(), interval(), rated, LikelihoodScale.ICD203);
    }

    @JsonUnwrapped
    @Described
    public Figure figure() {
        return Figure.of(brief());
    }

    @JsonProperty("percent")
    @Described("Likelihood of an alliance.")
    public Percent likelihood() {
        return range.point().likelihood();
    }

    @Described
    public Band band() {
        return likelihood().band();
    }

    @JsonUnwrapped
    @Described
    public Interval interval() {
        return range.interval();
    }

    @Described("Absent where too little is rated to name one.")
    public Optional<Relationship> relationship() {
        return range.point().relationship();
    }
}
