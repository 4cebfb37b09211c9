package entente.docs;

import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Emulates the curl options that the documents use, against a service in this process. */
public final class Curl {

    private static final String SERVED = "http://127.0.0.1:8080";

    private Curl() {}

    /** The output of curl, with line feeds as line ends. */
    public static String run(List<String> words) {
        Map<String, String> headers = new LinkedHashMap<>();
        String method = "";
        String path = "";
        byte[] body = new byte[0];
        boolean head = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-i", "-si" -> head = true;
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                case "-d", "--data-binary" -> body = data(words.get(++i));
                default -> path = path(words.get(i));
            }
        }
        headers.putIfAbsent("Accept", "*/*");
        String requestMethod = method.isEmpty() ? (body.length > 0 ? "POST" : "GET") : method;
        RunningService service = RunningService.shared();
        HttpSample sample = new HttpSample(requestMethod, path, headers, body);
        HttpWire.Answer answer = HttpWire.send(service.port(), sample.head("127.0.0.1:8080"), body);
        StringBuilder printed = new StringBuilder();
        if (head) {
            printed.append("HTTP/1.1 ").append(answer.status()).append('\n');
            answer.headers()
                    .forEach((name, value) ->
                            printed.append(name).append(": ").append(value).append('\n'));
            printed.append('\n');
        }
        return printed + answer.text();
    }

    private static byte[] data(String given) {
        return given.startsWith("@")
                ? Shipped.bytes(Path.of(given.substring(1)))
                : given.getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String address) {
        if (!address.startsWith(SERVED)) {
            throw new AssertionError("not an option that the documents use, nor an address of the service: " + address);
        }
        return address.substring(SERVED.length());
    }
}
