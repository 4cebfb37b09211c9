package entente.service.workshop;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopTable.Revision;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the listeners of workshops that something has changed. One thread reads the revisions of all workshops with
 * listeners twice a second, so that changes by other instances are seen as well. No thread waits for a stream of events.
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
    private final Set<EventConnection> listeners = ConcurrentHashMap.newKeySet();
    private final Set<WorkshopCaller> heard = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService poll;
    private volatile boolean closed;
    /** Of the one thread. */
    private int ticks;

    WorkshopEvents(WorkshopTable workshops) {
        this.workshops = workshops;
        ScheduledThreadPoolExecutor single = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "workshop-events");
            thread.setDaemon(true);
            return thread;
        });
        single.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.poll = single;
        ScheduledFuture<?> ignored =
                poll.scheduleWithFixedDelay(this::tick, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Answers with events until the client goes away.
     *
     * @param known the revision that the client has seen; 0 for none
     * @throws ProblemException OVERLOADED if there are too many listeners, of the member or of all, or the service ends
     */
    void open(WorkshopCaller caller, long known, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Revision revision =
                workshops.revisions(Set.of(caller.code())).getOrDefault(caller.code(), new Revision(0, false));
        if (revision.ended() && revision.number() <= known) {
            // Tells the client not to connect again.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        if (!request.getMethod().equals("HEAD")) {
            add(caller, known, revision, request, response);
        }
    }

    private synchronized void add(
            WorkshopCaller caller,
            long known,
            Revision revision,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (connections() >= MAX_CONNECTIONS || closed || isFull(caller)) {
            throw ProblemType.OVERLOADED.problem("There are too many listeners. Ask again without events.", 5);
        }
        // The response of the container: the others buffer what is written.
        ServletResponse plain = response;
        while (plain instanceof ServletResponseWrapper wrapper) {
            plain = wrapper.getResponse();
        }
        AsyncContext async = request.startAsync(request, plain);
        async.setTimeout(0);
        EventConnection connection =
                new EventConnection(async, plain.getOutputStream(), caller, known, System::nanoTime, listeners::remove);
        async.addListener(connection);
        connection.prepare(revision.number(), revision.ended());
        plain.getOutputStream().setWriteListener(connection);
        listeners.add(connection);
        if (closed || connection.isDone()) {
            connection.end();
            listeners.remove(connection);
        }
    }

    private boolean isFull(WorkshopCaller caller) {
        long all = of(caller.code()).count();
        long own = of(caller.code())
                .filter(connection -> connection.caller().equals(caller))
                .count();
        return own >= MAX_PER_MEMBER || (own > 0 && all >= MAX_PER_WORKSHOP);
    }

    private Stream<EventConnection> of(WorkshopCode code) {
        return listeners.stream()
                .filter(connection -> connection.caller().code().equals(code));
    }

    /** Ends the connections of this instance to groups that have been removed. */
    void end(WorkshopCode code, Collection<Integer> members) {
        of(code).filter(connection -> members.stream().anyMatch(connection.caller()::isGroup))
                .forEach(EventConnection::end);
    }

    /** Tells the listeners of a workshop at once that this instance has changed it. */
    void changed(WorkshopCode code) {
        if (!closed && of(code).findAny().isPresent()) {
            poll.execute(() -> guarded(() -> sendRevisions(Set.of(code))));
        }
    }

    int connections() {
        return listeners.size();
    }

    private void tick() {
        guarded(() -> sendRevisions(
                listeners.stream().map(connection -> connection.caller().code()).collect(Collectors.toSet())));
        guarded(() -> listeners.forEach(EventConnection::beat));
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
        listeners.forEach(connection -> heard(connection.caller()));
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
                        of(code).forEach(connection -> connection.send(revision.number(), revision.ended())));
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
    public void close() {
        closed = true;
        listeners.forEach(EventConnection::end);
        poll.shutdown();
    }
}
