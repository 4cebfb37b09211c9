package entente.report.wording;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.LikeliestCase;
import entente.analysis.exploration.VerdictProbabilities;
import entente.model.Band;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.exploration.DistributionBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** The sentences of an exploration, for every format. */
@RequiredArgsConstructor
public final class ExplorationSentences {

    private static final double NINE_OF_TEN = 0.05;
    private static final int MOST_RELATIONSHIPS = 3;
    private static final double WORTH_NAMING = 0.005;
    private static final int DIGITS_IN_FULL = 15;

    private final ExplorationResult result;

    /** The probability of each word of a standard, in its order. */
    public Map<String, Double> terms(LikelihoodScale scale) {
        Map<String, Double> terms = new LinkedHashMap<>();
        result.verdict()
                .likelihoods()
                .forEach(outcome -> terms.merge(
                        VerdictSentences.words(outcome.likelihood(), scale), outcome.probability(), Double::sum));
        return terms;
    }

    /** How probable each verdict is, and what that rests on, as a paragraph. */
    public String inShort(LikelihoodScale scale) {
        Map<String, Double> byTerm = terms(scale);
        String terms = byTerm.entrySet().stream()
                .map(term -> term.getKey() + " in "
                        + (byTerm.size() == 1 ? "every case" : ProbabilityText.percent(term.getValue()) + " of cases"))
                .collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        sentences.add((assumed().isEmpty()
                        ? "By the probabilities that the scenario gives for its readings"
                        : "By the probabilities of its open readings, given by the scenario or taken as equal")
                + ", the verdict is " + terms
                + "; the expected likelihood is "
                + Wording.percent(result.verdict().meanPercent())
                + " (figures are rounded).");
        sentences.add(method());
        assumed().ifPresent(sentences::add);
        DistributionText.unrated(result.unrated()).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** The bands that a case reaches. */
    public List<Band> reached() {
        return Arrays.stream(Band.values())
                .filter(band -> result.verdict().bands().getOrDefault(band, 0.0) > 0)
                .toList();
    }

    /** The verdict that is the most probable, and how far the likelihood is spread. */
    public List<String> top() {
        VerdictProbabilities verdict = result.verdict();
        List<String> sentences = new ArrayList<>();
        String condition = result.question().given().isEmpty() ? "" : given() + ", ";
        Band most = verdict.mostProbable();
        if (result.uncertain().isEmpty()) {
            sentences.add("No reading is uncertain: the likelihood is " + Wording.percent(result.point()) + ", "
                    + VerdictSentences.words(result.point(), LikelihoodScale.ICD203) + ".");
            return sentences;
        }
        String band = VerdictSentences.words(lowest(most), LikelihoodScale.ICD203);
        double probability = verdict.bands().getOrDefault(most, 0.0);
        boolean certain = verdict.bands().values().stream().filter(p -> p > 0).count() == 1;
        String cases = certain ? "every case" : ProbabilityText.percent(probability) + " of cases";
        sentences.add(Wording.capitalized(condition + "the verdict is " + band + " in " + cases + "."));
        sentences.add("Expected likelihood of an alliance: " + Wording.percent(verdict.meanPercent())
                + "; nine of ten cases: "
                + percents(verdict.quantile(NINE_OF_TEN), verdict.quantile(1 - NINE_OF_TEN)) + ".");
        return sentences;
    }

    private static String percents(Percent from, Percent to) {
        return from.equals(to) ? Wording.percent(from) : Wording.figure(from.value()) + "–" + Wording.percent(to);
    }

    private static Percent lowest(Band band) {
        return new Percent(band.from() * 10);
    }

    private String given() {
        return "given that "
                + Wording.listed(result.question().given().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + " is " + Wording.word(entry.getValue()))
                        .toList());
    }

    /** What the indices are, on a terminal that shows so many readings. */
    public String indicesInShort(int shown) {
        int rest = result.effects().size() - shown;
        return (rest > 0 ? rest + " more: --format md. " : "") + "Shares of the variance.";
    }

    /** How the probabilities were found. */
    public String method() {
        String over = Wording.plural(result.uncertain().size(), "uncertain reading") + ", " + cases();
        return result.sample()
                .map(sample -> "Estimated by " + sample.size() + " random cases of " + over
                        + ", as the rules leave too many combinations to count: not exact. The standard error of a"
                        + " probability is at most "
                        + ProbabilityText.error(sample.standardErrors().values().stream()
                                .mapToDouble(error -> error)
                                .max()
                                .orElse(0))
                        + ".")
                .orElse("Counted exactly over " + over + ", independent of each other."
                        + (result.effects().stream()
                                        .allMatch(effect -> effect.total().isPresent())
                                ? ""
                                : " Interactions of readings are left out: too many combinations."));
    }

    private String cases() {
        String digits = result.cases().toString();
        String number = digits.length() <= DIGITS_IN_FULL
                ? grouped(digits)
                : digits.charAt(0) + "." + digits.charAt(1) + " × 10^" + (digits.length() - 1);
        return number + (digits.equals("1") ? " combination of grades" : " combinations of grades");
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})++$)", ",");
    }

    /** The relationships by their probability, the most probable first. */
    public String relationships() {
        List<Relationship> states = Arrays.stream(Relationship.values())
                .filter(state -> result.relationships().probability(state) > 0)
                .sorted(Comparator.comparingDouble(
                        (Relationship state) -> -result.relationships().probability(state)))
                .toList();
        int named = states.size() > MOST_RELATIONSHIPS + 1 ? MOST_RELATIONSHIPS : states.size();
        String listed = states.stream()
                .limit(named)
                .map(state -> Wording.word(state) + " "
                        + ProbabilityText.percent(result.relationships().probability(state)))
                .collect(Collectors.joining(", "));
        double others = states.stream()
                .skip(named)
                .mapToDouble(state -> result.relationships().probability(state))
                .sum();
        if (others > 0) {
            listed += ", others " + ProbabilityText.percent(others);
        }
        return "Relationship: " + listed + "."
                + (result.exact() && !result.relationships().exact() ? " Estimated by random cases." : "")
                + (result.relationships().withheld() ? DistributionText.WITHHELD : "");
    }

    /** Where probabilities come from that nobody stated. */
    public Optional<String> assumed() {
        return DistributionText.assumed(count(DistributionBasis.ASSUMED_UNIFORM), count(DistributionBasis.ASSUMED_ANY));
    }

    /** Which readings do not vary because nothing is said of them. */
    public Optional<String> unrated() {
        return DistributionText.unrated(result.unrated())
                .map(sentence -> sentence.replace(".", " (--unrated-any: for any grade)."));
    }

    private int count(DistributionBasis basis) {
        return (int) result.uncertain().stream()
                .filter(reading -> reading.basis() == basis)
                .count();
    }

    /**
     * For verdicts but the most probable one: what is typical of their cases.
     *
     * @param verdicts the most probable of them, in the order of the bands
     */
    public List<String> profiles(int verdicts, int readings) {
        Map<Band, Double> bands = result.verdict().bands();
        List<Band> named = Arrays.stream(Band.values())
                .filter(band -> band != result.verdict().mostProbable())
                .filter(band -> bands.getOrDefault(band, 0.0) > 0)
                .sorted(Comparator.comparingDouble((Band band) -> -bands.getOrDefault(band, 0.0)))
                .limit(verdicts)
                .sorted()
                .toList();
        return named.stream()
                .flatMap(band -> new VerdictProfile(result, band).sentence(readings).stream())
                .toList();
    }

    /** The pairs of readings whose effects depend on each other. */
    public Optional<String> pairs(int most) {
        List<String> named = result.pairs().stream()
                .filter(pair -> pair.index() >= WORTH_NAMING)
                .limit(most)
                .map(pair -> quoted(pair.first()) + " with " + quoted(pair.second()) + " "
                        + ProbabilityText.share(pair.index()))
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of("Only together, beyond each alone: " + String.join("; ", named) + " of the variance.");
    }

    /** The most probable case of a band: what differs from the most probable case of all. */
    public String likeliest(LikeliestCase likeliest) {
        List<String> differing = likeliest.grades().entrySet().stream()
                .filter(entry -> entry.getValue() != mode(entry.getKey()))
                .map(entry -> quoted(entry.getKey()) + " " + Wording.word(entry.getValue()))
                .toList();
        return likeliest.band().term() + ": "
                + (differing.isEmpty() ? "each reading at its most probable grade" : Wording.listed(differing))
                + " (" + ProbabilityText.percent(likeliest.probability()) + ").";
    }

    private Grade mode(String indicator) {
        return result.uncertain().stream()
                .filter(reading -> reading.indicator().equals(indicator))
                .flatMap(reading -> reading.grades().entrySet().stream())
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .map(Map.Entry::getKey)
                .orElse(Grade.UNKNOWN);
    }

    public String label(String indicator) {
        return result.catalogue().indicator(indicator).shortLabel();
    }

    private String quoted(String indicator) {
        return "“" + label(indicator) + "”";
    }
}
