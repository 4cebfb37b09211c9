package entente.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut, or go silent. */
public final class TcpProxy implements AutoCloseable {

    /** What it does with what it gets. */
    public enum Line {
        OPEN,
        CUT,
        SILENT
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.OPEN;

    public TcpProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Also breaks what is connected, unless it goes silent. */
    public void set(Line state) {
        line = state;
        if (state != Line.SILENT) {
            sockets.forEach(TcpProxy::close);
            sockets.clear();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                if (line == Line.CUT) {
                    client.close();
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(server);
                    start(() -> pass(client, server));
                    start(() -> pass(server, client));
                }
            } catch (IOException closed) {
                // Of this one connection, or of the door.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (line == Line.OPEN) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException broken) {
            // Told to the other side by closing it.
        }
        close(from);
        close(to);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // As wanted.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        set(Line.CUT);
    }
}
