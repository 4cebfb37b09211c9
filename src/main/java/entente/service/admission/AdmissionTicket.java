package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request that asks for an evaluation. It is in hand from the end of its body to the end of its answer: whoever
 * sends slowly takes nobody's room.
 */
public final class AdmissionTicket {

    private static final String ATTRIBUTE = AdmissionTicket.class.getName();
    private static final int LATEST_RETRY = 5;

    private final Admission admission;
    private final Weight weight;
    private boolean inside;

    public AdmissionTicket(Admission admission, Weight weight) {
        this.admission = admission;
        this.weight = weight;
    }

    public void of(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Takes the request in hand, where it is one that evaluates.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} when there is no room
     */
    public static void begin(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof AdmissionTicket visit && !visit.inside) {
            if (!visit.admission.enter(visit.weight)) {
                throw visit.refused();
            }
            visit.inside = true;
        }
    }

    public boolean queueFull() {
        return admission.full(weight);
    }

    public ProblemException refused() {
        admission.recordRejection(weight);
        return ProblemException.later(
                ProblemType.OVERLOADED,
                "The service has as much in hand as it can. Nothing was done.",
                ThreadLocalRandom.current().nextInt(1, LATEST_RETRY + 1));
    }

    public void end() {
        if (inside) {
            inside = false;
            admission.leave(weight);
        }
    }
}
