package entente.domain;

import java.util.Map;

/** The points of each strength on each question, with reasons. All are zero or more; the weight's side gives the sign. */
public record WeightTable(Map<Strength, Figure> alliance, Map<Strength, Figure> partnership) {

    public Map<Strength, Figure> of(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }
}
