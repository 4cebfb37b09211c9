package entente.model.rule;

import entente.model.Question;
import entente.model.Strength;
import java.util.Map;

/** The points of each strength on each question, with reasons. All are zero or more; the weight's side gives the sign. */
public record WeightTable(Map<Strength, Parameter> alliance, Map<Strength, Parameter> partnership) {

    public Map<Strength, Parameter> of(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }
}
