package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The admission of one request that evaluates. It counts from the end of its body to the end of its response, so that
 * slow senders use no capacity.
 */
public final class AdmissionTicket {

    private static final String ATTRIBUTE = AdmissionTicket.class.getName();
    private static final int MAX_RETRY_SECONDS = 5;

    private final Admission admission;
    private final Cost cost;
    private boolean acquired;

    public AdmissionTicket(Admission admission, Cost cost) {
        this.admission = admission;
        this.cost = cost;
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Admits the request if it is one that evaluates.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} if there is no capacity
     */
    public static void acquire(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof AdmissionTicket ticket && !ticket.acquired) {
            if (!ticket.admission.tryAcquire(ticket.cost)) {
                throw ticket.reject();
            }
            ticket.acquired = true;
        }
    }

    public boolean isFull() {
        return admission.isFull(cost);
    }

    public ProblemException reject() {
        admission.recordRejection(cost);
        return ProblemException.withRetryAfter(
                ProblemType.OVERLOADED,
                "The service is overloaded. The request was not processed.",
                ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    public void release() {
        if (acquired) {
            acquired = false;
            admission.release(cost);
        }
    }
}
