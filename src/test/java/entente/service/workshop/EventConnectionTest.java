package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.WorkshopCaller.WorkshopRole;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events are written without waiting: a client that does not read gets only the latest revision or is disconnected. */
class EventConnectionTest {

    private final Sink sink = new Sink();
    private final List<EventConnection> closed = new ArrayList<>();
    private long nanos;
    private int completions;

    private final EventConnection connection = new EventConnection(
            (AsyncContext) Proxy.newProxyInstance(
                    AsyncContext.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, args) -> {
                        completions += method.getName().equals("complete") ? 1 : 0;
                        return null;
                    }),
            sink,
            new WorkshopCaller(new WorkshopCode("K7M42P"), WorkshopRole.PROJECTOR, 0),
            4,
            () -> nanos,
            closed::add);

    /** The output that the container would send. */
    private static final class Sink extends ServletOutputStream {

        private final StringBuilder text = new StringBuilder();
        private boolean ready = true;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // The test calls the listener.
        }

        @Override
        public void write(int one) {
            assertThat(ready).isTrue();
            text.append((char) one);
        }

        @Override
        public void write(byte[] bytes) {
            assertThat(ready).isTrue();
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }

        String drain() {
            String all = text.toString();
            text.setLength(0);
            return all;
        }
    }

    private static String event(long revision) {
        return "id: " + revision + "\nevent: changed\ndata: {\"revision\": " + revision + "}\n\n";
    }

    private void elapse(Duration time) {
        nanos += time.toNanos();
        connection.beat();
    }

    @Test
    void nothingIsWrittenBeforeTheContainerIsReady() {
        connection.send(7, false);
        assertThat(sink.drain()).isEmpty();
        connection.onWritePossible();
        assertThat(sink.drain()).isEqualTo("retry: 2000\n\n" + event(7));
    }

    @Test
    void oldAndRepeatedRevisionsAreNotSent() {
        connection.onWritePossible();
        sink.drain();
        connection.send(4, false);
        connection.send(3, false);
        assertThat(sink.drain()).isEmpty();
        connection.send(5, false);
        connection.send(5, false);
        assertThat(sink.drain()).isEqualTo(event(5));
    }

    @Test
    void slowReaderGetsTheLatestRevisionOnly() {
        connection.onWritePossible();
        sink.drain();
        sink.ready = false;
        connection.send(5, false);
        connection.send(6, false);
        connection.send(9, false);
        sink.ready = true;
        connection.onWritePossible();
        assertThat(sink.drain()).isEqualTo(event(9));
    }

    @Test
    void idleConnectionGetsAComment() {
        connection.onWritePossible();
        sink.drain();
        elapse(Duration.ofSeconds(14));
        assertThat(sink.drain()).isEmpty();
        elapse(Duration.ofSeconds(1));
        assertThat(sink.drain()).isEqualTo(":\n\n");
        elapse(Duration.ofSeconds(14));
        assertThat(sink.drain()).isEmpty();
    }

    @Test
    void unresponsiveReaderIsDisconnected() {
        connection.onWritePossible();
        sink.ready = false;
        elapse(Duration.ofSeconds(16));
        assertThat(closed).isEmpty();
        elapse(Duration.ofSeconds(20));
        assertThat(closed).containsExactly(connection);
        assertThat(completions).isEqualTo(1);
        elapse(Duration.ofSeconds(60));
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void pendingEventIsSentBeforeTheEnd() {
        connection.onWritePossible();
        sink.drain();
        sink.ready = false;
        connection.send(8, false);
        connection.end();
        assertThat(closed).isEmpty();
        sink.ready = true;
        connection.onWritePossible();
        assertThat(sink.drain()).isEqualTo(event(8));
        assertThat(closed).containsExactly(connection);
    }

    @Test
    void endOfTheWorkshopIsTheLastEvent() {
        connection.onWritePossible();
        sink.drain();
        connection.send(8, true);
        assertThat(sink.drain()).isEqualTo(event(8) + "event: ended\ndata: {}\n\n");
        assertThat(closed).containsExactly(connection);
        connection.send(9, true);
        assertThat(sink.drain()).isEmpty();
    }
}
