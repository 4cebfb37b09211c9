package entente.report.wording;

import entente.analysis.exploration.Box;
import entente.analysis.exploration.Discovery;
import entente.analysis.exploration.ExplorationResult;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Under which conditions a verdict is reached, in sentences. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class DiscoverySentences {

    private static final double ROUNDING = 1e-12;

    private final ExplorationResult result;

    @Getter
    private final Discovery discovery;

    /** Empty where no conditions were sought. */
    public static Optional<DiscoverySentences> of(ExplorationResult result) {
        return result.discovery().map(found -> new DiscoverySentences(result, found));
    }

    /** Such as "Conditions for at least likely". */
    public String heading() {
        return "Conditions for " + verdict();
    }

    public List<String> sentences() {
        if (discovery.probability() <= 0) {
            return List.of("No case is " + verdict() + ".");
        }
        if (discovery.boxes().isEmpty()) {
            return List.of(
                    discovery.probability() >= 1 - ROUNDING
                            ? "Every case is " + verdict() + "."
                            : ProbabilityText.percent(discovery.probability()) + " of all cases are " + verdict()
                                    + "; no condition tells them apart from the others.");
        }
        List<String> sentences = new ArrayList<>();
        discovery.boxes().forEach(box -> sentences.add(sentence(box, sentences.isEmpty())));
        if (discovery.boxes().size() > 1) {
            sentences.add(
                    "Together they cover " + ProbabilityText.percent(discovery.coverage()) + " of such verdicts.");
        }
        return sentences;
    }

    private String sentence(Box box, boolean first) {
        List<String> conditions = box.conditions().stream().map(this::condition).toList();
        boolean one = conditions.size() == 1;
        return (first ? "If " : "Or if ") + Wording.listed(conditions) + ", the verdict is " + verdict() + " in "
                + ProbabilityText.percent(box.density()) + " of cases"
                + (first ? ", otherwise in " + ProbabilityText.percent(otherwise(box)) : "")
                + ". " + (one ? "This condition holds" : "These conditions hold") + " in "
                + ProbabilityText.percent(box.probability()) + " of all cases and " + (one ? "covers " : "cover ")
                + ProbabilityText.percent(box.coverage()) + " of such verdicts"
                + (first ? "" : ", " + ProbabilityText.percent(box.addedCoverage()) + " in addition") + ".";
    }

    /** The share of the cases outside a box that reach the verdict. */
    private double otherwise(Box box) {
        double outside = 1 - box.probability();
        double reached = discovery.probability() - box.density() * box.probability();
        return outside <= ROUNDING || reached <= ROUNDING ? 0 : reached / outside;
    }

    private String verdict() {
        return (discovery.orAbove() ? "at least " : "at most ")
                + discovery.band().term();
    }

    private String condition(RuleCondition condition) {
        Indicator indicator = result.catalogue().indicator(condition.indicator());
        String name = "“" + indicator.shortLabel() + "” is ";
        boolean up = condition.comparison() == ComparisonOperator.AT_LEAST;
        if (up && condition.threshold() == Grade.VERY_LOW) {
            return name + "rated";
        }
        double cut = result.question().scenario().assumptions().scale(indicator).from(condition.decidingGrade());
        MeasureText measure = new MeasureText(indicator);
        return name
                + (up
                        ? measure.where(OptionalDouble.of(cut), OptionalDouble.empty(), measure::quoted)
                        : measure.where(OptionalDouble.empty(), OptionalDouble.of(cut), measure::quoted));
    }
}
