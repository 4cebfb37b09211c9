package entente.quality.lint;

import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.Weight;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Checks of weights, ceilings and states against the rules that use them. */
record WeightChecks(LintContext context) {

    void check() {
        for (Question question : Question.values()) {
            for (Strength strength : Strength.values()) {
                checkWeight(question, strength);
            }
        }
        for (CeilingKind kind : CeilingKind.values()) {
            if (context.book().rules().stream().noneMatch(r -> r.ceiling().equals(Optional.of(kind)))) {
                context.add(LintCode.CEILING_WITHOUT_RULE, context.locations().at("ceiling", kind), kind.name());
            }
        }
        checkStates();
    }

    /** Effective points: rounded to hundredths. */
    static Points points(RuleBook book, Question question, Strength strength) {
        return Points.of(Objects.requireNonNull(book.weights().of(question).get(strength))
                .value());
    }

    /** 1 up, -1 down, 0 without a weight. */
    static int direction(Optional<Weight> weight) {
        return weight.map(Weight::direction).orElse(0);
    }

    private void checkWeight(Question question, Strength strength) {
        RuleBookLocation location = context.locations().at("weight", question, strength);
        String name = question.name().toLowerCase(Locale.ROOT) + " " + strength;
        Points points = points(context.book(), question, strength);
        if (points.equals(Points.ZERO)) {
            context.add(LintCode.WEIGHS_NOTHING, location, name);
        } else if (strength != Strength.SLIGHT) {
            Strength weaker = Strength.values()[strength.ordinal() - 1];
            if (points.equals(points(context.book(), question, weaker))) {
                context.add(LintCode.WEIGHTS_ALIKE, location, name, weaker.name());
            }
        }
        boolean used = context.book().rules().stream()
                .anyMatch(r -> r.weight(question).map(Weight::strength).equals(Optional.of(strength)));
        if (!used) {
            context.add(LintCode.UNUSED_WEIGHT, location, name);
        }
    }

    /** The sum of all claims in one direction is a bound that no scenario exceeds. */
    private void checkStates() {
        Points most = sum(1);
        Points least = sum(-1);
        for (Relationship state : Relationship.values()) {
            Optional<Points> from = context.book().relationship().floorStart(state);
            RuleBookLocation location = context.locations().at("floor", state);
            if (from.filter(floor -> floor.compareTo(most) > 0).isPresent()) {
                context.add(LintCode.STATE_OUT_OF_REACH, location, state.name());
            }
            if (from.filter(floor -> floor.compareTo(least) <= 0).isPresent()) {
                Relationship below = Relationship.values()[state.ordinal() - 1];
                context.add(LintCode.STATE_OUT_OF_REACH, location, below.name());
            }
        }
    }

    private Points sum(int direction) {
        Points sum = context.book().rules().stream()
                .flatMap(rule -> rule.partnership().stream())
                .filter(weight -> weight.direction() == direction)
                .map(weight -> points(context.book(), Question.PARTNERSHIP, weight.strength()))
                .reduce(Points.ZERO, Points::plus);
        return direction > 0 ? sum : Points.ZERO.minus(sum);
    }
}
