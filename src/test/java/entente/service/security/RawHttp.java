package entente.service.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request byte by byte: no library mends it, adds to it or forbids it. */
final class RawHttp {

    private static final int LONGEST_SILENCE = 120_000;

    /**
     * What came back.
     *
     * @param status 0 when the connection was closed without an answer
     * @param headers as they stand there, one a line
     */
    record Answer(int status, List<String> headers, String body) {

        /** All values of a header. */
        List<String> all(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        String one(String name) {
            return all(name).size() == 1 ? all(name).get(0) : all(name).toString();
        }
    }

    private RawHttp() {}

    /**
     * @param request everything before the body, without a Connection header; ends with an empty line
     */
    static Answer send(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return answer(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A request as most are: with one Host header and these lines besides. */
    static Answer ask(int port, String method, String target, String body, String... headers) {
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
        return send(port, request + "\r\n" + body);
    }

    private static Answer answer(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), all);
        }
        List<String> head = all.substring(0, end).lines().toList();
        return new Answer(
                Integer.parseInt(head.get(0).split(" ", -1)[1]),
                head.subList(1, head.size()),
                all.substring(end + "\r\n\r\n".length()));
    }
}
