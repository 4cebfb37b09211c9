package entente.model.rule;

import entente.model.Question;
import entente.model.Strength;
import java.util.Map;
import java.util.Objects;

/** The points of each strength by question, zero or more; the direction of the weight gives the sign. */
public record WeightTable(Map<Strength, Parameter> alliance, Map<Strength, Parameter> partnership) {

    public Map<Strength, Parameter> of(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }

    public double points(Question question, Strength strength) {
        return Objects.requireNonNull(of(question).get(strength)).value();
    }
}
