package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopEvents.EventStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that does not read gets only the latest revision; one that is told nothing for long gets a comment. */
@Timeout(60)
class EventStreamTest {

    private static final String COMMENT = ":\n\n";

    private final EventStream stream = new EventStream(
            new WorkshopCaller(new WorkshopCode("K7M42P"), WorkshopRole.PROJECTOR, 0), 4, Duration.ofMillis(20));

    private static String event(long revision) {
        return "id: " + revision + "\nevent: changed\ndata: {\"revision\": " + revision + "}\n\n";
    }

    private String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oldAndRepeatedRevisionsAreNotSentAndSilenceIsAComment() throws InterruptedException {
        stream.send(4, false);
        stream.send(3, false);
        long start = System.nanoTime();
        assertThat(stream.next()).isEqualTo(COMMENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        stream.send(5, false);
        stream.send(5, false);
        assertThat(stream.next()).isEqualTo(event(5));
        assertThat(stream.next()).isEqualTo(COMMENT);
    }

    @Test
    void slowReaderGetsTheLatestRevisionOnly() throws InterruptedException {
        stream.send(5, false);
        stream.send(6, false);
        stream.send(9, false);
        assertThat(stream.next()).isEqualTo(event(9));
        assertThat(stream.next()).isEqualTo(COMMENT);
    }

    @Test
    void pendingEventIsSentBeforeTheEnd() throws IOException {
        stream.send(8, false);
        stream.end();
        assertThat(written()).isEqualTo("retry: 2000\n\n" + event(8));
    }

    @Test
    void endOfTheWorkshopIsTheLastEvent() throws IOException {
        stream.send(8, true);
        assertThat(written()).isEqualTo("retry: 2000\n\n" + event(8) + "event: ended\ndata: {}\n\n");
    }
}
