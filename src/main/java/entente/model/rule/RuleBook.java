package entente.model.rule;

import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.With;

/**
 * The rules and parameters that turn graded readings into a verdict.
 *
 * @param sha256 digest of everything on which a result depends or rests: rules, cut points, weights, ceilings, citations;
 *     independent of texts, layout and comments
 * @param textsSha256 digest of the texts: labels, claims, reasons, notes
 * @param rules cards, or their steps, in the order of the catalogue, then of their conditions, independent of the order in the files
 * @param otherReading another account of the same facts, for the end of a report
 */
public record RuleBook(
        String version,
        @With String sha256,
        @With String textsSha256,
        @With Catalogue catalogue,
        @With List<Rule> rules,
        @With WeightTable weights,
        @With Map<CeilingKind, Ceiling> ceilings,
        RelationshipThresholds relationship,
        ReferenceClasses referenceClasses,
        ConfidenceParameters confidence,
        Optional<OtherReading> otherReading) {

    public Optional<Rule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The first rule of each card, which stands for the card. */
    public List<Rule> cards() {
        return rules.stream().filter(rule -> !rule.isLaterStep()).toList();
    }

    /** The steps of a card, from the threshold on; one rule for a card without steps. */
    public List<Rule> steps(String card) {
        return rules.stream().filter(rule -> rule.cardId().equals(card)).toList();
    }

    /** Differs from that of any other book, also of one that differs in its texts only. */
    public String key() {
        return sha256 + textsSha256;
    }

    /** The likelihood in percent before any reading, without assumptions. */
    public double baseRate(int horizonYears) {
        return baseRate(Assumptions.NONE, horizonYears);
    }

    /** The likelihood in percent before any reading: the assumed one, or else that of the reference class. */
    public double baseRate(Assumptions assumptions, int horizonYears) {
        return assumptions
                .baseRatePercent()
                .orElseGet(() -> referenceClasses.of(assumptions).percent(horizonYears));
    }

    /**
     * @param source who gives the account, such as "Korolev (2018)"
     * @param finding its finding as a predicate, such as "sees the two a few small steps short of an alliance"
     * @param book folder of the rule book that encodes it; empty if none does
     */
    public record OtherReading(String source, String finding, Optional<String> book) {}

    /** Ids of the cards and groups that an assumption can disable. */
    public Set<String> switchableIds() {
        return Stream.concat(
                        rules.stream().map(Rule::cardId),
                        catalogue.groups().stream().map(Group::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The points of the strengths of a book by question, above zero and ascending; the direction of a weight gives the sign. */
    public record WeightTable(Map<Strength, Parameter> alliance, Map<Strength, Parameter> partnership) {

        public Map<Strength, Parameter> of(Question question) {
            return question == Question.ALLIANCE ? alliance : partnership;
        }

        public double points(Question question, Strength strength) {
            return Objects.requireNonNull(of(question).get(strength)).value();
        }

        /** The points of the strengths to which the book gives some. */
        public Map<Question, Map<Strength, Double>> points() {
            return Stream.of(Question.values())
                    .collect(Collectors.toMap(
                            question -> question,
                            question -> of(question).entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry -> entry.getValue().value()))));
        }
    }

    /**
     * The numbers of the confidence formula; the formula is described in {@code src/docs/confidence.md}.
     *
     * @param reliability score from 0 to 1 by Admiralty letter A–F
     * @param credibility score from 0 to 1 by Admiralty digit 1–6
     * @param ungraded score of a known reading without a grade
     * @param assumedCoverage coverage of an assumed reading
     * @param assumedSource score of an assumed reading
     * @param freshYears age up to which a reading counts in full
     * @param worthlessYears age from which a reading counts nothing
     * @param stepDownBelow robustness below which the level is lowered by one step
     * @param longViewYears horizon beyond which confidence is moderate at most
     * @param wideBands number of bands beyond which the interval makes confidence low
     */
    public record ConfidenceParameters(
            Map<String, Parameter> reliability,
            Map<String, Parameter> credibility,
            Parameter ungraded,
            Parameter assumedCoverage,
            Parameter assumedSource,
            Parameter freshYears,
            Parameter worthlessYears,
            Parameter high,
            Parameter moderate,
            Parameter stepDownBelow,
            Parameter longViewYears,
            Parameter wideBands) {}

    /**
     * Thresholds that map partnership points to a state and the likelihood to an operational alliance.
     *
     * @param floors lowest partnership points of WEAKENING, MIXED, STRATEGIC_PARTNERSHIP and INFORMAL_ALLIANCE
     * @param pactTag tag of the claims that a defence pact is in force, which an override can declare hollow
     * @param withPact likelihood in percent from which a pact in force counts as operational
     * @param withSwitch likelihood in percent from which an open switch counts as operational
     */
    public record RelationshipThresholds(
            Map<Relationship, Parameter> floors, String pactTag, Parameter withPact, Parameter withSwitch) {

        /** Whether a rule claims that a defence pact is in force. */
        public boolean isPact(Rule rule) {
            return rule.kind() == RuleKind.CLAIM && rule.tags().contains(pactTag);
        }

        public Relationship floor(Points partnership) {
            Relationship floor = Relationship.OPEN_RIVALRY;
            for (Map.Entry<Relationship, Parameter> from : floors.entrySet()) {
                if (from.getKey().compareTo(floor) > 0
                        && partnership.compareTo(Points.of(from.getValue().value())) >= 0) {
                    floor = from.getKey();
                }
            }
            return floor;
        }

        /** The lowest points of a state; empty for states without a floor. */
        public Optional<Points> floorStart(Relationship state) {
            return Optional.ofNullable(floors.get(state)).map(figure -> Points.of(figure.value()));
        }
    }

    /** A numeric parameter with the reason for its value. */
    public record Parameter(double value, String reason) {}
}
