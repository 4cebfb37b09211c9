package entente.service.workshop.events;

import entente.service.workshop.events.WorkshopEvents.EventStream;
import entente.service.workshop.store.WorkshopTable;
import entente.service.workshop.store.WorkshopTable.Revision;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Opens the stream of events that an operation returns; no thread waits for it. */
@Component
@RequiredArgsConstructor
public final class EventStreamWriter implements HandlerMethodReturnValueHandler {

    private final WorkshopEvents events;
    private final WorkshopTable workshops;

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
        events.add(stream.caller(), closed -> connection(stream, revision, request, response, closed));
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
}
