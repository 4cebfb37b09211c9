package entente.service.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request to a filter without a server, and its outcome. */
final class Exchange {

    private final String method;
    private final String scheme;
    private final Map<String, List<String>> headers;
    private final Map<String, Object> attributes = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;
    private boolean passed;

    Exchange(String method, String scheme, Map<String, List<String>> headers) {
        this.method = method;
        this.scheme = scheme;
        this.headers = headers;
    }

    Exchange through(Filter filter) {
        try {
            filter.doFilter(
                    proxyOf(HttpServletRequest.class, this::handleRequest),
                    proxyOf(HttpServletResponse.class, this::handleResponse),
                    (request, response) -> passed = true);
        } catch (IOException | ServletException thrown) {
            throw new AssertionError(thrown);
        }
        return this;
    }

    /** Whether the filter passed the request on. */
    boolean passed() {
        return passed;
    }

    int status() {
        return status;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private interface Handler {
        Object invoke(Method called, Object... args);
    }

    private static <T> T proxyOf(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, args) -> handler.invoke(called, args == null ? new Object[0] : args)));
    }

    private Object handleRequest(Method called, Object... args) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getScheme" -> scheme;
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getHeader" ->
                headers.getOrDefault(args[0].toString(), List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(args[0].toString(), List.of()));
            case "getAttribute" -> attributes.get(args[0].toString());
            case "setAttribute" -> attributes.put(args[0].toString(), args[1]);
            case "removeAttribute" -> attributes.remove(args[0].toString());
            default -> throw new AssertionError("unexpected call by a filter: " + called);
        };
    }

    private Object handleResponse(Method called, Object... args) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) args[0];
            case "getOutputStream" -> {
                return output();
            }
            case "setContentType", "setContentLength", "setHeader" -> {}
            default -> throw new AssertionError("unexpected call by a filter: " + called);
        }
        return null;
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError("not needed");
            }

            @Override
            public void write(int one) {
                body.write(one);
            }
        };
    }
}
