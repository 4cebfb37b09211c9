package entente.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A valid request that tests can modify.
 *
 * @param path with the query
 * @param body empty if there is none
 */
public record HttpSample(String method, String path, Map<String, String> headers, byte[] body) {

    public static HttpSample of(String method, String path) {
        return new HttpSample(method, path, Map.of("Accept", "application/json"), new byte[0]);
    }

    /** With the media type that it has, or JSON. */
    public HttpSample body(byte[] bytes) {
        HttpSample sample = new HttpSample(method, path, headers, bytes);
        return headers.containsKey("Content-Type") ? sample : sample.header("Content-Type", "application/json");
    }

    public HttpSample header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpSample(method, path, more, body);
    }

    public HttpSample without(String... names) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.keySet().removeAll(List.of(names));
        return new HttpSample(method, path, fewer, body);
    }

    public HttpSample at(String other) {
        return new HttpSample(method, other, headers, body);
    }

    /** The request with an additional query parameter. */
    public HttpSample query(String parameter) {
        return at(path + (path.contains("?") ? "&" : "?") + parameter);
    }

    /** The request line and header lines, with {@code Connection: close}. */
    public String head(String host) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\n");
        if (!headers.containsKey("Host")) {
            head.append("Host: ").append(host).append('\n');
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append('\n'));
        if (body.length > 0 && !headers.containsKey("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length).append('\n');
        }
        return head + "Connection: close\n";
    }
}
