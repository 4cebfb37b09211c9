package entente.service.workshop.room;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Marks requests that arrive at the address of the room; {@link RoomFilter} decides about them. */
public final class RoomValve extends ValveBase {

    private final RoomConnector room;

    public RoomValve(RoomConnector room) {
        super(true);
        this.room = room;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        room.mark(request);
        getNext().invoke(request, response);
    }
}
