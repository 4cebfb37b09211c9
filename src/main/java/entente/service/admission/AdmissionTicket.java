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
    private static final int MAX_RETRY_SECONDS = 5;

    private final Admission admission;
    private final Weight weight;
    private boolean acquired;

    public AdmissionTicket(Admission admission, Weight weight) {
        this.admission = admission;
        this.weight = weight;
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Takes the request in hand, where it is one that evaluates.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} when there is no room
     */
    public static void acquire(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof AdmissionTicket visit && !visit.acquired) {
            if (!visit.admission.tryAcquire(visit.weight)) {
                throw visit.reject();
            }
            visit.acquired = true;
        }
    }

    public boolean isFull() {
        return admission.isFull(weight);
    }

    public ProblemException reject() {
        admission.recordRejection(weight);
        return ProblemException.withRetryAfter(
                ProblemType.OVERLOADED,
                "The service has as much in hand as it can. Nothing was done.",
                ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    public void release() {
        if (acquired) {
            acquired = false;
            admission.release(weight);
        }
    }
}
