package entente.report.wording;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.Box;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.analysis.exploration.ExplorationResult.DistributionBasis;
import entente.analysis.exploration.ExplorationResult.LikeliestCase;
import entente.analysis.exploration.ExplorationResult.RelationshipProbabilities;
import entente.model.Band;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.model.RuleCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** The sentences of an exploration, for every format. */
@RequiredArgsConstructor
public final class ExplorationSentences {

    private static final int MOST_RELATIONSHIPS = 3;

    private static final double WORTH_NAMING = 0.005;

    private static final int DIGITS_IN_FULL = 15;

    private static final double ROUNDING = 1e-12;

    /** Follows the probabilities of relationships. */
    private static final String WITHHELD =
            " An assessment names none here, as under half of the readings on the partnership are known.";

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
                        + (byTerm.size() == 1 ? "every case" : Figures.probability(term.getValue()) + " of cases"))
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
        unrated("").ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    public List<Band> reached() {
        return Arrays.stream(Band.values())
                .filter(band -> result.verdict().bands().getOrDefault(band, 0.0) > 0)
                .toList();
    }

    public String method() {
        String over = Wording.plural(result.uncertain().size(), "uncertain reading") + ", " + cases();
        return result.sample()
                .map(sample -> "Estimated by " + sample.size() + " random cases of " + over
                        + ", as the rules leave too many combinations to count: not exact. The standard error of a"
                        + " probability is at most "
                        + Figures.error(sample.standardErrors().values().stream()
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
                ? String.format(Locale.ROOT, "%,d", result.cases())
                : digits.charAt(0) + "." + digits.charAt(1) + " × 10^" + (digits.length() - 1);
        return number + (digits.equals("1") ? " combination of grades" : " combinations of grades");
    }

    /** The relationships by their probability, the most probable first. */
    public String relationships() {
        RelationshipProbabilities found = result.relationships();
        List<Relationship> states = Arrays.stream(Relationship.values())
                .filter(state -> found.probability(state) > 0)
                .sorted(Comparator.comparingDouble((Relationship state) -> -found.probability(state)))
                .toList();
        int named = states.size() > MOST_RELATIONSHIPS + 1 ? MOST_RELATIONSHIPS : states.size();
        String listed = states.stream()
                .limit(named)
                .map(state -> Wording.word(state) + " " + Figures.probability(found.probability(state)))
                .collect(Collectors.joining(", "));
        double others =
                states.stream().skip(named).mapToDouble(found::probability).sum();
        if (others > 0) {
            listed += ", others " + Figures.probability(others);
        }
        return "Relationship: " + listed + "."
                + (result.exact() && !found.exact() ? " Estimated by random cases." : "")
                + (found.withheld() ? WITHHELD : "");
    }

    /** Where probabilities come from that nobody stated. */
    public Optional<String> assumed() {
        int uniform = count(DistributionBasis.ASSUMED_UNIFORM);
        int any = count(DistributionBasis.ASSUMED_ANY);
        List<String> assumed = new ArrayList<>();
        if (uniform > 0) {
            assumed.add("each value of " + Wording.plural(uniform, "range") + " without a distribution");
        }
        if (any > 0) {
            assumed.add("each grade of " + Wording.plural(any, "unrated reading"));
        }
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("Taken with equal probability: " + String.join(", ", assumed) + ".");
    }

    /**
     * Which readings do not vary because nothing is said of them.
     *
     * @param option how they would; empty for nothing
     */
    public Optional<String> unrated(String option) {
        int count = result.unrated();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Wording.capitalized(Wording.plural(count, "unrated reading counts", "unrated readings count"))
                                + " for nothing" + option + ".");
    }

    private int count(DistributionBasis basis) {
        return (int) result.uncertain().stream()
                .filter(reading -> reading.basis() == basis)
                .count();
    }

    /** The pairs of readings whose effects depend on each other. */
    public Optional<String> pairs() {
        List<String> named = result.pairs().stream()
                .filter(pair -> pair.index() >= WORTH_NAMING)
                .map(pair ->
                        quoted(pair.first()) + " with " + quoted(pair.second()) + " " + Figures.share(pair.index()))
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
                + " (" + Figures.probability(likeliest.probability()) + ").";
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

    public String quoted(String indicator) {
        return "“" + label(indicator) + "”";
    }

    public List<String> conditions(Discovery discovery) {
        String verdict = verdict(discovery);
        if (discovery.probability() <= 0) {
            return List.of("No case is " + verdict + ".");
        }
        if (discovery.boxes().isEmpty()) {
            return List.of(
                    discovery.probability() >= 1 - ROUNDING
                            ? "Every case is " + verdict + "."
                            : Figures.probability(discovery.probability()) + " of all cases are " + verdict
                                    + "; no condition tells them apart from the others.");
        }
        List<String> sentences = new ArrayList<>();
        discovery.boxes().forEach(box -> sentences.add(sentence(discovery, box, sentences.isEmpty())));
        if (discovery.boxes().size() > 1) {
            sentences.add("Together they cover " + Figures.probability(discovery.coverage()) + " of such verdicts.");
        }
        return sentences;
    }

    private String sentence(Discovery discovery, Box box, boolean first) {
        boolean one = box.conditions().size() == 1;
        return (first ? "If " : "Or if ")
                + Wording.listed(box.conditions().stream().map(this::condition).toList())
                + ", the verdict is " + verdict(discovery) + " in " + Figures.probability(box.density()) + " of cases"
                + (first ? ", otherwise in " + Figures.probability(otherwise(discovery, box)) : "")
                + ". " + (one ? "This condition holds" : "These conditions hold") + " in "
                + Figures.probability(box.probability()) + " of all cases and " + (one ? "covers " : "cover ")
                + Figures.probability(box.coverage()) + " of such verdicts"
                + (first ? "" : ", " + Figures.probability(box.addedCoverage()) + " in addition") + ".";
    }

    /** The share of the cases outside a box that reach the verdict. */
    private static double otherwise(Discovery discovery, Box box) {
        double outside = 1 - box.probability();
        double reached = discovery.probability() - box.density() * box.probability();
        return outside <= ROUNDING || reached <= ROUNDING ? 0 : reached / outside;
    }

    /** Such as "at least likely". */
    public static String verdict(Discovery discovery) {
        return (discovery.orAbove() ? "at least " : "at most ")
                + discovery.band().term();
    }

    private String condition(RuleCondition condition) {
        Indicator indicator = result.catalogue().indicator(condition.indicator());
        boolean up = condition.comparison() == ComparisonOperator.AT_LEAST;
        return quoted(condition.indicator()) + " is "
                + (up && condition.threshold() == Grade.VERY_LOW
                        ? "rated"
                        : new MeasureText(indicator)
                                .where(condition, result.question().scenario(), new MeasureText(indicator)::quoted));
    }
}
