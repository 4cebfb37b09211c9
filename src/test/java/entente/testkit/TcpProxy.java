package entente.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy whose connections can be closed or stalled. */
public final class TcpProxy implements AutoCloseable {

    /** Whether bytes are forwarded. */
    public enum Line {
        OPEN,
        CUT,
        SILENT
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.OPEN;

    public TcpProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Also closes open connections, unless the new state is SILENT. */
    public void set(Line state) {
        line = state;
        if (state != Line.SILENT) {
            sockets.forEach(TcpProxy::close);
            sockets.clear();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
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
                // This connection or the listener was closed.
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
            // Both sockets are closed below.
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
            // Nothing to do.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        set(Line.CUT);
    }
}
