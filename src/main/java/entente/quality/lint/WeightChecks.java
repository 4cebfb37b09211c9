package entente.quality.lint;

import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.Weight;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The numbers of the book beside the rules that use them. */
final class WeightChecks {

    private final LintContext linting;

    WeightChecks(LintContext linting) {
        this.linting = linting;
    }

    void check() {
        for (Question question : Question.values()) {
            for (Strength strength : Strength.values()) {
                checkWeight(question, strength);
            }
        }
        for (CeilingKind kind : CeilingKind.values()) {
            if (linting.book().rules().stream().noneMatch(r -> r.ceiling().equals(Optional.of(kind)))) {
                linting.add(LintCode.CEILING_WITHOUT_RULE, linting.locations().ceiling(kind), kind.name());
            }
        }
        checkStates();
    }

    /** Points as they count: rounded to hundredths. */
    static Points points(RuleBook book, Question question, Strength strength) {
        return Points.of(Objects.requireNonNull(book.weights().of(question).get(strength))
                .value());
    }

    private Points points(Question question, Strength strength) {
        return points(linting.book(), question, strength);
    }

    private void checkWeight(Question question, Strength strength) {
        RuleBookLocation place = linting.locations().weight(question, strength);
        String name = question.name().toLowerCase(Locale.ROOT) + " " + strength;
        Points points = points(question, strength);
        if (points.equals(Points.ZERO)) {
            linting.add(LintCode.WEIGHS_NOTHING, place, name);
        } else if (strength != Strength.SLIGHT) {
            Strength weaker = Strength.values()[strength.ordinal() - 1];
            if (points.equals(points(question, weaker))) {
                linting.add(LintCode.WEIGHTS_ALIKE, place, name, weaker.name());
            }
        }
        boolean used = linting.book().rules().stream()
                .anyMatch(r -> r.weight(question).map(Weight::strength).equals(Optional.of(strength)));
        if (!used) {
            linting.add(LintCode.UNUSED_WEIGHT, place, name);
        }
    }

    /** More than all claims for, or all against, together give: so a bound that no world passes. */
    private void checkStates() {
        Points most = sum(1);
        Points least = sum(-1);
        for (Relationship state : Relationship.values()) {
            Optional<Points> from = linting.book().relationship().floorStart(state);
            RuleBookLocation place = linting.locations().floor(state);
            if (from.filter(floor -> floor.compareTo(most) > 0).isPresent()) {
                linting.add(LintCode.STATE_OUT_OF_REACH, place, state.name());
            }
            if (from.filter(floor -> floor.compareTo(least) <= 0).isPresent()) {
                Relationship below = Relationship.values()[state.ordinal() - 1];
                linting.add(LintCode.STATE_OUT_OF_REACH, place, below.name());
            }
        }
    }

    private Points sum(int direction) {
        Points sum = Points.ZERO;
        for (Rule rule : linting.book().rules()) {
            Optional<Weight> weight = rule.partnership().filter(w -> w.direction() == direction);
            if (weight.isPresent()) {
                Points points = points(Question.PARTNERSHIP, weight.get().strength());
                sum = direction > 0 ? sum.plus(points) : sum.minus(points);
            }
        }
        return sum;
    }
}
