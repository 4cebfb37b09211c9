package entente.model.rule;

import entente.model.Question;
import entente.model.Strength;
import java.util.Map;

/** The points of each strength by question, zero or more; the direction of the weight gives the sign. */
public record WeightTable(Map<Strength, Parameter> alliance, Map<Strength, Parameter> partnership) {

    public Map<Strength, Parameter> of(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }
}
