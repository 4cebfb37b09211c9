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

/** A request to a filter without a server around it, and what became of it. */
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
                    stand(HttpServletRequest.class, this::asked),
                    stand(HttpServletResponse.class, this::answered),
                    (request, response) -> passed = true);
        } catch (IOException | ServletException thrown) {
            throw new AssertionError(thrown);
        }
        return this;
    }

    /** Whether the filter let it go on. */
    boolean passed() {
        return passed;
    }

    int status() {
        return status;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private interface Answer {
        Object to(Method called, Object... given);
    }

    private static <T> T stand(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, given) -> answer.to(called, given == null ? new Object[0] : given)));
    }

    private Object asked(Method called, Object... given) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getScheme" -> scheme;
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(given[0].toString(), List.of()));
            case "getAttribute" -> attributes.get(given[0].toString());
            case "setAttribute" -> attributes.put(given[0].toString(), given[1]);
            case "removeAttribute" -> attributes.remove(given[0].toString());
            default -> throw new AssertionError("a filter has no business with " + called);
        };
    }

    private Object answered(Method called, Object... given) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) given[0];
            case "getOutputStream" -> {
                return output();
            }
            case "setContentType", "setContentLength", "setHeader" -> {}
            default -> throw new AssertionError("a filter has no business with " + called);
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
