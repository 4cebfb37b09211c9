package entente.report.wording;

import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.Estimate;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.exploration.DistributionBasis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** The sentences of an ensemble, for every format. */
@RequiredArgsConstructor
public final class EnsembleSentences {

    private static final double NINE_OF_TEN = 0.05;

    private final EnsembleResult result;

    /** The verdict that is the most probable, and how far the likelihood is spread. */
    public List<String> top() {
        Band most = result.mostProbable();
        Estimate estimate = result.bands().getOrDefault(most, new Estimate(0, 0, 0));
        String band = VerdictSentences.words(new Percent(most.from() * 10), LikelihoodScale.ICD203);
        return List.of(
                "The verdict is " + band
                        + (estimate.variants() == result.size()
                                ? " in every case."
                                : " in " + ProbabilityText.percent(estimate.probability()) + " of cases."),
                "The expected likelihood of an alliance is " + Wording.percent(result.meanPercent())
                        + "; nine of ten cases lie between " + Wording.percent(result.quantile(NINE_OF_TEN))
                        + " and " + Wording.percent(result.quantile(1 - NINE_OF_TEN)) + ".");
    }

    /** The relationships by their probability, the most probable first. */
    public String relationships() {
        String listed = Arrays.stream(Relationship.values())
                .filter(state -> result.relationship(state).variants() > 0)
                .sorted(Comparator.comparingDouble(
                        (Relationship state) -> -result.relationship(state).probability()))
                .map(state -> Wording.word(state) + " "
                        + ProbabilityText.percent(result.relationship(state).probability()))
                .collect(Collectors.joining(", "));
        return "Relationship: " + listed + "."
                + (result.ensemble().relationshipWithheld() ? DistributionText.WITHHELD : "");
    }

    /** Which variants there are, and how far their shares can be off. */
    public String method() {
        String readings = Wording.plural(result.ensemble().varied().size(), "uncertain reading");
        if (result.ensemble().question().design().isGrid()) {
            return "All " + grouped(result.size()) + " combinations of grades of " + readings
                    + ", each with its probability: exact.";
        }
        return grouped(result.size()) + (result.size() == 1 ? " variant of " : " variants of ") + readings + " by "
                + result.ensemble().question().design().description() + ", seed" + Wording.GLUE
                + result.ensemble().question().seed() + ". The standard error is that of independent random variants.";
    }

    /** With commas between thousands. */
    public static String grouped(long number) {
        return Long.toString(number).replaceAll("(?<=\\d)(?=(\\d{3})++$)", ",");
    }

    /** Where probabilities come from that nobody stated. */
    public Optional<String> assumed() {
        return DistributionText.assumed(count(DistributionBasis.ASSUMED_UNIFORM), count(DistributionBasis.ASSUMED_ANY));
    }

    /** Which readings do not vary because nothing is said of them. */
    public Optional<String> unrated() {
        return DistributionText.unrated(result.ensemble().unrated());
    }

    private int count(DistributionBasis basis) {
        return (int) result.ensemble().varied().stream()
                .filter(reading -> reading.basis() == basis)
                .count();
    }
}
