package entente.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** HTTP over a plain socket, for requests that a client library would not send. */
public final class HttpWire {

    private static final int TIMEOUT_MILLIS = 100_000;

    private HttpWire() {}

    /** Sends a head, with {@code \n} as line end, and a body, and reads until the server closes the connection. */
    public static Answer send(int port, String head, byte[] body) {
        return send(InetAddress.getLoopbackAddress(), port, head, body);
    }

    /** As {@link #send}, to another address. */
    public static Answer send(InetAddress address, int port, String head, byte[] body) {
        try (Socket socket = new Socket(address, port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                // Half-closed, the client would count as one that has gone.
                if (!head.contains("Connection: close")) {
                    socket.shutdownOutput();
                }
            } catch (SocketException alreadyAnswered) {
                // A server may respond and close before it has received everything.
            }
            return answer(readToEnd(socket.getInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Sends a request as it is, without a Connection header, and reads until the server closes it. */
    public static Answer raw(int port, String request) {
        try (Socket socket = open(port, request)) {
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A connection on which this was sent as it is. */
    public static Socket open(int port, String sent) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Sends a request with these header lines, and with a Host header if none is among them. */
    public static Answer ask(int port, String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        List<String> lines = new ArrayList<>(List.of(headers));
        if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
            lines.add(0, "Host: localhost:" + port);
        }
        lines.add("Connection: close");
        if (!body.isEmpty()) {
            lines.add("Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length);
        }
        lines.forEach(line -> request.append(line).append("\r\n"));
        return raw(port, request + "\r\n" + body);
    }

    /** Reads until the end of the stream, or until a reset after the first byte. */
    private static byte[] readToEnd(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                bytes.write(piece, 0, count);
            }
        } catch (SocketException reset) {
            if (bytes.size() == 0) {
                throw reset;
            }
        }
        return bytes.toByteArray();
    }

    /** The first final response in these bytes; a chunked body is decoded. */
    public static Answer answer(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), bytes);
        }
        List<String> head = all.substring(0, end).lines().toList();
        int status = Integer.parseInt(head.get(0).split(" ", -1)[1]);
        String rest = all.substring(end + 4);
        if (status == 100) {
            return answer(rest.getBytes(StandardCharsets.ISO_8859_1));
        }
        List<String> lines = head.subList(1, head.size());
        boolean chunked = lines.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        byte[] body = rest.getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(status, lines, chunked ? dechunked(body) : body);
    }

    private static byte[] dechunked(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            body.write(chunks, line + 2, size);
            at = line + 2 + size + 2;
        }
        return body.toByteArray();
    }
}
