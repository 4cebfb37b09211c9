package entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response as received.
 *
 * @param status 0 if the connection was closed without a response
 * @param lines the header lines
 * @param body without chunk headers
 */
public record Answer(int status, List<String> lines, byte[] body) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Answer of(HttpResponse<byte[]> response) {
        List<String> lines = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
        return new Answer(response.statusCode(), lines, response.body());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** What is at this place of the JSON. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The code of the first error. */
    public String error() {
        return at("/errors/0/code").asString("");
    }

    /** The last value of each header, by its name in lower case. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return headers;
    }

    /** All values of a header. */
    public List<String> all(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** The value of a header that must occur once. */
    public String one(String name) {
        return all(name).size() == 1 ? all(name).get(0) : all(name).toString();
    }

    /** The cookie that was set, as a client sends it. */
    public Optional<String> cookie() {
        return all("Set-Cookie").stream().findFirst().map(set -> set.split(";", 2)[0]);
    }

    public Answer ok() {
        return between(200, 299, "");
    }

    /** This answer, which has this status. */
    public Answer expect(int expected) {
        return between(expected, expected, "");
    }

    /** @param what was asked, where a test asks for more than one thing */
    public Answer expect(int expected, String what) {
        return between(expected, expected, what + " ");
    }

    private Answer between(int lowest, int highest, String what) {
        assertThat(status).as("%s%s", what, text()).isBetween(lowest, highest);
        return this;
    }
}
