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
import java.io.UncheckedIOException;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Tells the listeners of workshops that something has changed. One thread reads the revisions of all workshops with
 * listeners twice a second, so that changes by other instances are seen as well. No thread waits for a stream of events that an
 * operation returns.
 */
@Component
public final class WorkshopEvents implements HandlerMethodReturnValueHandler {

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
    private final GroupTable groups;
    private final Map<String, Set<EventConnection>> listeners = new ConcurrentHashMap<>();
    private final Set<WorkshopCaller> heard = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService poll;
    private volatile boolean closed;
    /** Of the one thread. */
    private int ticks;

    WorkshopEvents(WorkshopTable workshops, GroupTable groups) {
        this.workshops = workshops;
        this.groups = groups;
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
     * Adds a listener.
     *
     * @param opening makes the connection, given what it calls when it ends
     * @throws ProblemException OVERLOADED if there are too many, of the member or of all, or the service ends
     */
    synchronized void add(WorkshopCaller caller, Function<Consumer<EventConnection>, EventConnection> opening) {
        WorkshopCode code = caller.code();
        if (connections() >= MAX_CONNECTIONS || closed || isFull(caller)) {
            throw ProblemType.OVERLOADED.problem("There are too many listeners. Ask again without events.", 5);
        }
        EventConnection connection = opening.apply(ended -> remove(code.text(), ended));
        listeners.compute(code.text(), (one, known) -> {
            Set<EventConnection> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(connection);
            return all;
        });
        if (closed || connection.isDone()) {
            connection.end();
            remove(code.text(), connection);
        }
    }

    private boolean isFull(WorkshopCaller caller) {
        Set<EventConnection> all = listeners.getOrDefault(caller.code().text(), Set.of());
        long own = all.stream()
                .filter(connection -> connection.caller().equals(caller))
                .count();
        return own >= MAX_PER_MEMBER || (own > 0 && all.size() >= MAX_PER_WORKSHOP);
    }

    /** Ends the connections of this instance to groups that have been removed. */
    void end(WorkshopCode code, Collection<Integer> members) {
        listeners.getOrDefault(code.text(), Set.of()).stream()
                .filter(connection -> members.stream().anyMatch(connection.caller()::isGroup))
                .forEach(EventConnection::end);
    }

    private void remove(String code, EventConnection ended) {
        listeners.computeIfPresent(code, (one, all) -> {
            all.remove(ended);
            return all.isEmpty() ? null : all;
        });
    }

    /** Tells the listeners of a workshop at once that this instance has changed it. */
    void changed(WorkshopCode code) {
        Set<EventConnection> ofWorkshop = listeners.get(code.text());
        if (ofWorkshop != null && !ofWorkshop.isEmpty() && !closed) {
            poll.execute(() -> guarded(() -> sendRevisions(List.of(code.text()))));
        }
    }

    int connections() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }

    private void tick() {
        guarded(() -> sendRevisions(List.copyOf(listeners.keySet())));
        guarded(() -> listeners.values().forEach(all -> all.forEach(EventConnection::beat)));
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
        listeners.values().forEach(all -> all.forEach(connection -> heard(connection.caller())));
        Map<WorkshopCode, Set<Integer>> members = new HashMap<>();
        for (WorkshopCaller caller : List.copyOf(heard)) {
            heard.remove(caller);
            members.computeIfAbsent(caller.code(), code -> new TreeSet<>()).add(caller.member());
        }
        members.forEach(groups::seen);
    }

    private void sendRevisions(List<String> codes) {
        workshops
                .revisions(codes)
                .forEach((code, revision) -> listeners
                        .getOrDefault(code, Set.of())
                        .forEach(connection -> connection.send(revision.number(), revision.ended())));
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
        listeners.values().forEach(all -> all.forEach(EventConnection::end));
        poll.shutdown();
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType() == EventStream.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter declared,
            ModelAndViewContainer container,
            NativeWebRequest exchange) {
        container.setRequestHandled(true);
        HttpServletRequest request = exchange.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = exchange.getNativeResponse(HttpServletResponse.class);
        if (returned instanceof EventStream stream && request != null && response != null) {
            open(stream, request, response);
        }
    }

    private void open(EventStream stream, HttpServletRequest request, HttpServletResponse response) {
        Revision revision = workshops
                .revisions(List.of(stream.caller().code().text()))
                .getOrDefault(stream.caller().code().text(), new Revision(0, false));
        if (revision.ended() && revision.number() <= stream.known()) {
            // Tells the client not to connect again.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        add(stream.caller(), closed -> connection(stream, revision, request, response, closed));
    }

    private static EventConnection connection(
            EventStream stream,
            Revision revision,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<EventConnection> closed) {
        try {
            // The response of the container: the others buffer what is written.
            ServletResponse plain = response;
            while (plain instanceof ServletResponseWrapper wrapper) {
                plain = wrapper.getResponse();
            }
            AsyncContext async = request.startAsync(request, plain);
            async.setTimeout(0);
            EventConnection connection = new EventConnection(
                    async, plain.getOutputStream(), stream.caller(), stream.known(), System::nanoTime, closed);
            async.addListener(connection);
            connection.prepare(revision.number(), revision.ended());
            plain.getOutputStream().setWriteListener(connection);
            return connection;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * The result of an operation that answers with events until the client goes away.
     *
     * @param known the revision that the client has seen; 0 for none
     */
    record EventStream(WorkshopCaller caller, long known) {}
}
