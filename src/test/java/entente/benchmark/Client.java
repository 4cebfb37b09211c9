package entente.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client with an address of its own on this machine. */
record Client(String from, int port) {

    static final String JSON = "Content-Type: application/json\r\n";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int TIMEOUT_MILLIS = 30_000;

    record Response(int status, String head, String body) {

        /** Whether a line of the head begins with this, in lower case. */
        boolean has(String line) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + line);
        }

        String cookie() {
            return find("(?i)\r\nset-cookie: *([^;\r]+)", head).get(0);
        }
    }

    Client(int port) {
        this(LOOPBACK, port);
    }

    /** A request on a connection that stays open, unless a header closes it; no body if there is none. */
    static byte[] request(String call, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (call + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                        + (body.isEmpty() ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    static byte[] get(String path, String headers) {
        return request("GET " + path, "Connection: close\r\n" + headers, "");
    }

    static byte[] post(String path, String headers, String body) {
        String media = headers.contains("Content-Type") ? "" : JSON;
        return request("POST " + path, "Connection: close\r\n" + media + headers, body);
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(LOOPBACK, port), TIMEOUT_MILLIS);
        return socket;
    }

    Response exchange(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request);
        }
    }

    /** On a connection that the service may keep open. */
    static Response exchange(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        byte[] received = new byte[1 << 16];
        int length = 0;
        while (true) {
            int count = socket.getInputStream().read(received, length, received.length - length);
            length += Math.max(0, count);
            String answer = new String(received, 0, length, StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            if (end >= 0 && (count < 0 || isWhole(answer, end))) {
                return new Response(
                        Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end));
            }
            if (count < 0) {
                throw new IOException("no answer");
            }
            if (length == received.length) {
                received = Arrays.copyOf(received, 2 * length);
            }
        }
    }

    private static boolean isWhole(String answer, int end) {
        Matcher length = LENGTH.matcher(answer.substring(0, end));
        return length.find()
                ? answer.length() - end - 4 >= Integer.parseInt(length.group(1))
                : answer.endsWith("\r\n0\r\n\r\n");
    }

    /** The status of the response, or how the exchange failed. */
    String status(byte[] request) {
        try {
            return String.valueOf(exchange(request).status());
        } catch (IOException failed) {
            return failed.getClass().getSimpleName();
        }
    }

    /** What the group of a pattern has matched in a text, each once; at least one. */
    static List<String> find(String pattern, String text) {
        List<String> found = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found;
    }

    /** In milliseconds. */
    static double quantile(long[] sortedNanos, double share) {
        return sortedNanos.length == 0
                ? Double.NaN
                : sortedNanos[(int) Math.min(sortedNanos.length - 1, share * sortedNanos.length)] / 1e6;
    }
}
