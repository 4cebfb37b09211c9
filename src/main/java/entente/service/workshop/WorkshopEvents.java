package entente.service.workshop;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopTable.Revision;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the listeners of workshops that something has changed. One thread reads the revisions of all workshops with
 * listeners twice a second, so that changes by other instances are seen as well. Each stream is written by the thread of its
 * request, so that a client that does not read holds up no other.
 */
@Component
public final class WorkshopEvents {

    /** Connections of this instance; well below those that the container accepts. */
    static final int MAX_CONNECTIONS = 512;

    /** Beside the first one of each member, which is accepted as long as there are fewer connections than the maximum. */
    static final int MAX_PER_WORKSHOP = 160;

    /** Pages of the facilitator or of a group on its devices, and connections whose loss is not noticed yet. */
    static final int MAX_PER_MEMBER = 8;

    /** After so many reads of the revisions it is noted which groups were heard of. */
    private static final int SEEN_TICKS = 40;

    private static final Logger LOG = LoggerFactory.getLogger(WorkshopEvents.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final WorkshopTable workshops;
    private final Set<EventStream> listeners = ConcurrentHashMap.newKeySet();
    private final Set<WorkshopCaller> heard = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService poll;
    private boolean closed;
    /** Of the one thread. */
    private int ticks;

    WorkshopEvents(WorkshopTable workshops) {
        this.workshops = workshops;
        this.poll = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "workshop-events");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> ignored =
                poll.scheduleWithFixedDelay(this::tick, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Answers with events until the client goes away, the workshop ends or the service stops.
     *
     * @param known the revision that the client has seen; 0 for none
     * @throws ProblemException OVERLOADED if there are too many listeners, of the member or of all, or the service ends
     */
    void open(WorkshopCaller caller, long known, HttpServletRequest request, HttpServletResponse response) {
        Revision revision =
                workshops.revisions(Set.of(caller.code())).getOrDefault(caller.code(), new Revision(0, false));
        if (revision.ended() && revision.number() <= known) {
            // Tells the client not to connect again.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        EventStream stream = new EventStream(caller, known, EventStream.HEARTBEAT);
        stream.send(revision.number(), revision.ended());
        add(stream);
        // The response of the container: the others buffer what is written.
        ServletResponse plain = response;
        while (plain instanceof ServletResponseWrapper wrapper) {
            plain = wrapper.getResponse();
        }
        try {
            stream.write(plain.getOutputStream());
        } catch (IOException gone) {
            // The client has disconnected, or does not read.
        } finally {
            listeners.remove(stream);
        }
    }

    private synchronized void add(EventStream stream) {
        if (connections() >= MAX_CONNECTIONS || closed || isFull(stream.caller())) {
            throw ProblemType.OVERLOADED.problem("There are too many listeners. Ask again without events.", 5);
        }
        listeners.add(stream);
    }

    private boolean isFull(WorkshopCaller caller) {
        long all = of(caller.code()).count();
        long own = of(caller.code())
                .filter(stream -> stream.caller().equals(caller))
                .count();
        return own >= MAX_PER_MEMBER || (own > 0 && all >= MAX_PER_WORKSHOP);
    }

    private Stream<EventStream> of(WorkshopCode code) {
        return listeners.stream().filter(stream -> stream.caller().code().equals(code));
    }

    /** Ends the streams of this instance to groups that have been removed. */
    void end(WorkshopCode code, Collection<Integer> members) {
        of(code).filter(stream -> members.stream().anyMatch(stream.caller()::isGroup))
                .forEach(EventStream::end);
    }

    /** Tells the listeners of a workshop at once that this instance has changed it. */
    void changed(WorkshopCode code) {
        if (of(code).findAny().isPresent()) {
            guarded(() -> sendRevisions(Set.of(code)));
        }
    }

    int connections() {
        return listeners.size();
    }

    private void tick() {
        guarded(() -> sendRevisions(
                listeners.stream().map(stream -> stream.caller().code()).collect(Collectors.toSet())));
        if (++ticks % SEEN_TICKS == 0) {
            guarded(this::noteSeen);
        }
    }

    /** A caller has asked, with or without a connection; the groups of those are noted as seen from time to time. */
    void heard(WorkshopCaller caller) {
        if (caller.is(WorkshopRole.GROUP)) {
            heard.add(caller);
        }
    }

    private void noteSeen() {
        listeners.forEach(stream -> heard(stream.caller()));
        Map<WorkshopCode, Set<Integer>> members = new HashMap<>();
        for (WorkshopCaller caller : List.copyOf(heard)) {
            heard.remove(caller);
            members.computeIfAbsent(caller.code(), code -> new TreeSet<>()).add(caller.member());
        }
        members.forEach(workshops::seen);
    }

    private void sendRevisions(Set<WorkshopCode> codes) {
        workshops
                .revisions(codes)
                .forEach((code, revision) ->
                        of(code).forEach(stream -> stream.send(revision.number(), revision.ended())));
    }

    /** A task that throws would not run again. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException later) {
            LOG.debug("The revisions of workshops could not be read: {}", later.getMessage());
        }
    }

    /** Before the container waits for requests to end. */
    @EventListener(ContextClosedEvent.class)
    public synchronized void close() {
        closed = true;
        listeners.forEach(EventStream::end);
        poll.shutdown();
    }

    /** What one listener is sent. While the client does not read, only the latest revision is kept. */
    static final class EventStream {

        static final Duration HEARTBEAT = Duration.ofSeconds(15);

        private static final String HELLO = "retry: 2000\n\n";
        private static final String COMMENT = ":\n\n";
        /** Tells the client not to connect again. */
        private static final String ENDED = "event: ended\ndata: {}\n\n";

        @Getter
        private final WorkshopCaller caller;

        private final Duration heartbeat;
        private long sent;
        private long latest;
        /** What is written before the stream ends; empty while it goes on, or if the client may connect again. */
        private String farewell = "";

        private boolean last;

        /** @param known the revision that the client has seen */
        EventStream(WorkshopCaller caller, long known, Duration heartbeat) {
            this.caller = caller;
            this.heartbeat = heartbeat;
            this.sent = known;
            this.latest = known;
        }

        /** Sends a revision unless the client has seen it; if the workshop has ended, that is all. */
        synchronized void send(long revision, boolean ended) {
            latest = Math.max(latest, revision);
            if (ended && !last) {
                farewell = ENDED;
                last = true;
            }
            notifyAll();
        }

        /** Ends the stream once everything is sent; the client may connect again. */
        synchronized void end() {
            last = true;
            notifyAll();
        }

        /**
         * Writes until the stream ends.
         *
         * @throws IOException if the client has gone, or reads nothing for as long as the connector waits
         */
        void write(OutputStream out) throws IOException {
            try {
                for (String text = HELLO; !text.isEmpty(); text = next()) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** What comes next: after some time a comment, so that both sides notice a lost connection; empty at the end. */
        synchronized String next() throws InterruptedException {
            long end = System.nanoTime() + heartbeat.toNanos();
            while (latest == sent && !last && System.nanoTime() < end) {
                wait(heartbeat.toMillis());
            }
            if (latest > sent) {
                sent = latest;
                return "id: " + sent + "\nevent: changed\ndata: {\"revision\": " + sent + "}\n\n";
            }
            String text = last ? farewell : COMMENT;
            farewell = "";
            return text;
        }
    }
}
