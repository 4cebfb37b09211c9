package entente.report.wording;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Readings with their sources. */
public final class ReadingText {

    private ReadingText() {}

    /** Every reading with its source, in the order of the catalogue. */
    public static List<String> of(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        for (Indicator indicator : assessment.catalogue().indicators()) {
            Reading reading = assessment.scenario().reading(indicator.id());
            if (reading.status() != ReadingStatus.UNKNOWN) {
                List<String> footing = new ArrayList<>();
                footing.add(Wording.word(reading.status()));
                reading.source().ifPresent(footing::add);
                reading.grade().ifPresent(grade -> footing.add(grade.toString()));
                reading.asOf().ifPresent(date -> footing.add(date.toString()));
                sentences.add(value(indicator, reading, assessment) + " (" + String.join(", ", footing) + ").");
            }
        }
        return sentences;
    }

    /** The indicator, its value and the grade of that. */
    public static String value(Indicator indicator, Reading reading, Assessment assessment) {
        return value(indicator, reading) + grade(indicator, reading, assessment);
    }

    /** The indicator and its value. */
    static String value(Indicator indicator, Reading reading) {
        return Wording.label(indicator) + ": " + value(reading);
    }

    private static String value(Reading reading) {
        Optional<String> distribution = DistributionText.of(reading);
        return DistributionText.isWeighted(reading)
                ? distribution.orElseThrow()
                : reading.range()
                                .map(span -> Wording.figure(span.value()) + (span.wide() ? ends(span) : ""))
                                .orElse("not rated")
                        + distribution.map(shape -> ", " + shape).orElse("");
    }

    /** The ends of a range, in parentheses. */
    static String ends(ValueRange range) {
        return " (" + Wording.figure(range.low()) + " to " + Wording.figure(range.high()) + ")";
    }

    /** A reading with its grade, and with its footing where that is not knowledge. */
    public static String graded(Reading reading, Grade grade) {
        String assumed = reading.status() == ReadingStatus.ASSUMED ? ", assumed" : "";
        return value(reading) + (grade == Grade.UNKNOWN ? "" : counts(reading) + Wording.word(grade)) + assumed;
    }

    /** The grade as a rule that asks for it sees it; none where no rule asks. */
    private static String grade(Indicator indicator, Reading reading, Assessment assessment) {
        return assessment.ledger().stream()
                .flatMap(row -> row.conditions().stream())
                .filter(row -> row.condition().indicator().equals(indicator.id()))
                .findFirst()
                .map(ConditionResult::grade)
                .map(grade -> counts(reading) + Wording.word(grade))
                .orElse("");
    }

    /** Of several grades, the verdict takes one. */
    private static String counts(Reading reading) {
        return DistributionText.isWeighted(reading) ? ", counted as " : ", ";
    }
}
