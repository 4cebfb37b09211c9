package entente.web;

import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Admission;
import entente.service.Evaluations.Weight;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request that asks for an evaluation. It is in hand from the end of its body to the end of its answer: whoever
 * sends slowly takes nobody's room.
 */
final class Visit {

    private static final String ATTRIBUTE = Visit.class.getName();
    private static final int LATEST_RETRY = 5;

    private final Admission admission;
    private final Weight weight;
    private boolean inside;

    Visit(Admission admission, Weight weight) {
        this.admission = admission;
        this.weight = weight;
    }

    void of(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Takes the request in hand, where it is one that evaluates.
     *
     * @throws Refusal {@link ProblemType#OVERLOADED} when there is no room
     */
    static void begin(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visit visit && !visit.inside) {
            if (!visit.admission.enter(visit.weight)) {
                throw visit.refused();
            }
            visit.inside = true;
        }
    }

    boolean hopeless() {
        return admission.full(weight);
    }

    Refusal refused() {
        admission.sentAway(weight);
        return Refusal.later(
                ProblemType.OVERLOADED,
                "The service has as much in hand as it can. Nothing was done.",
                ThreadLocalRandom.current().nextInt(1, LATEST_RETRY + 1));
    }

    void end() {
        if (inside) {
            inside = false;
            admission.leave(weight);
        }
    }
}
