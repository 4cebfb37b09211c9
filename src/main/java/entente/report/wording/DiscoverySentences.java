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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Under which conditions a verdict is reached, in sentences. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class DiscoverySentences {

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
            return List.of("No condition makes it more probable than in all cases: "
                    + ProbabilityText.percent(discovery.probability()) + ".");
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
        String conditions =
                Wording.listed(box.conditions().stream().map(this::condition).toList());
        return (first ? "If " : "Or if ") + conditions + ", the verdict is " + verdict() + " in "
                + ProbabilityText.percent(box.density()) + " of cases"
                + (first ? ", against " + ProbabilityText.percent(discovery.probability()) + " in all" : "")
                + "; this covers " + ProbabilityText.percent(box.coverage()) + " of such verdicts.";
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
        return name + (up ? from(indicator, cut) : below(indicator, cut));
    }

    private static String from(Indicator indicator, double cut) {
        String value = new MeasureText(indicator).quoted(cut);
        return indicator.whole() && cut == indicator.high() ? value : "at least " + value;
    }

    private static String below(Indicator indicator, double cut) {
        MeasureText measure = new MeasureText(indicator);
        if (!indicator.whole()) {
            return "below " + measure.quoted(cut);
        }
        String last = measure.quoted(cut - 1);
        return cut - 1 == indicator.low() ? last : "at most " + last;
    }
}
