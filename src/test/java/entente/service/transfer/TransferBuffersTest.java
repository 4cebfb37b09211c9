package entente.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.transfer.RequestBodies.ReceivedBody;
import entente.service.transfer.TransferBuffers.Budget;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Slow clients hold nothing that others need. */
class TransferBuffersTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Budget budget = new Budget(100, nanos::get);

    private static final class Client implements TransferBuffers.Transfer {

        private long moved;
        private boolean complete;
        private boolean dropped;

        @Override
        public long moved() {
            return complete ? Long.MAX_VALUE : moved;
        }

        @Override
        public boolean drop() {
            dropped = !complete;
            return dropped;
        }
    }

    private Client client(long bytes) {
        Client client = new Client();
        assertThat(budget.reserve(client, bytes)).isTrue();
        client.moved = bytes;
        return client;
    }

    private void age() {
        nanos.addAndGet(Budget.YOUNG.toNanos());
    }

    @Test
    void slowestTransferMakesRoom() {
        Client slow = client(40);
        Client fast = client(50);
        age();
        client(30);
        assertThat(slow.dropped).isTrue();
        assertThat(fast.dropped).isFalse();
        assertThat(budget.used()).isEqualTo(80);
    }

    /** The rate counts, not the size: the larger one began much earlier. */
    @Test
    void rateDecides() {
        Client early = client(60);
        nanos.addAndGet(100 * Budget.YOUNG.toNanos());
        Client late = client(40);
        age();
        client(50);
        assertThat(early.dropped).isTrue();
        assertThat(late.dropped).isFalse();
    }

    @Test
    void severalFailIfOneIsNotEnough() {
        Client first = client(50);
        Client second = client(50);
        age();
        client(100);
        assertThat(first.dropped && second.dropped).isTrue();
    }

    @Test
    void youngTransfersAreKept() {
        Client young = client(80);
        assertThat(budget.reserve(new Client(), 30)).isFalse();
        assertThat(young.dropped).isFalse();
        assertThat(budget.used()).isEqualTo(80);
    }

    @Test
    void slowestTransferMakesNoRoomForItself() {
        Client slow = client(10);
        Client fast = client(90);
        age();
        assertThat(budget.reserve(slow, 10)).isFalse();
        assertThat(fast.dropped).isFalse();
    }

    /** A complete body is being processed. */
    @Test
    void completeTransferIsKept() {
        Client complete = client(80);
        complete.complete = true;
        age();
        assertThat(budget.reserve(new Client(), 30)).isFalse();
        assertThat(budget.used()).isEqualTo(80);
        budget.release(complete);
        assertThat(budget.used()).isZero();
    }

    private ReceivedBody body(int bytes) {
        ReceivedBody body = new ReceivedBody(budget, false);
        body.add(new byte[bytes], bytes, 1000);
        return body;
    }

    @Test
    void bodyThatIsBeingReceivedGivesWayAndIsRefused() {
        ReceivedBody slow = body(60);
        age();
        ReceivedBody next = body(60);
        assertThatThrownBy(() -> slow.add(new byte[1], 1, 1000)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(slow::complete).isInstanceOf(ProblemException.class);
        slow.close();
        next.close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void bodyThatIsBeingProcessedDoesNotGiveWay() throws IOException {
        ReceivedBody received = body(60);
        received.complete();
        age();
        assertThatThrownBy(() -> body(60)).isInstanceOf(ProblemException.class);
        assertThat(received.open().readAllBytes()).hasSize(60);
    }
}
