package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Key;
import entente.service.keys.Role;
import entente.service.security.SecurityChain.EndpointPermissions;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint is on the reviewed list and is open to the listed roles only. */
@Tag("thorough")
@Timeout(300)
class EndpointPermissionsIT {

    private static final Path LIST = Path.of("src/test/resources/surface.txt");

    /** These mappings have no handlers. */
    private static final Set<String> EMPTY = Set.of("BeanNameUrlHandlerMapping", "RouterFunctionMapping");

    private static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::name).toList();

    /** Of its own: calls of workshops that do not exist are counted. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.startWithKeys();

    /** One line of the list. */
    private record Expected(String method, String pattern, String access) {

        static Expected of(String line) {
            String[] words = line.split(" ", -1);
            assertThat(words).as(line).hasSizeBetween(3, 4);
            return new Expected(words[0], words[1], words[2]);
        }

        /** An address that matches the pattern. */
        String target() {
            return pattern.replaceAll("\\{[a-z]+}", "x-1").replace("**", "x-1");
        }

        String call() {
            return method + " " + pattern;
        }
    }

    private static List<Expected> list() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Expected::of)
                .toList();
    }

    @Test
    void permissionsMatchTheList() throws IOException {
        assertMatchesTheList(
                "what each @Operation permits",
                SERVICE.context().getBean(EndpointPermissions.class).permissions().stream()
                        .map(line -> line.method() + " " + line.pattern() + " " + line.access()),
                line -> line.call() + " " + line.access());
    }

    @Test
    void mappedEndpointsMatchTheList() throws IOException {
        assertMatchesTheList("endpoints of the controllers", mapped().stream(), Expected::call);
    }

    /** Names the difference only. */
    private static void assertMatchesTheList(String what, Stream<String> actual, Function<Expected, String> expected)
            throws IOException {
        List<String> unlisted = new ArrayList<>(actual.toList());
        List<String> listed = new ArrayList<>(list().stream().map(expected).toList());
        List<String> all = List.copyOf(unlisted);
        listed.forEach(unlisted::remove);
        all.forEach(listed::remove);
        assertThat(unlisted).as("%s, without a line in %s", what, LIST).isEmpty();
        assertThat(listed).as("lines of %s that are not among %s", LIST, what).isEmpty();
    }

    /** Every mapping of the running service. */
    private static Set<String> mapped() {
        Set<String> all = new TreeSet<>();
        WebApplicationContext context = (WebApplicationContext) SERVICE.context();
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().keySet().forEach(info -> all.addAll(calls(info)));
            } else if (mapping instanceof AbstractUrlHandlerMapping urls
                    && !EMPTY.contains(mapping.getClass().getSimpleName())) {
                urls.getHandlerMap().keySet().forEach(path -> all.add("GET " + path));
            } else if (!EMPTY.contains(mapping.getClass().getSimpleName())) {
                // A mapping of another kind needs a review first.
                all.add("ANY " + mapping.getClass().getSimpleName());
            }
        }
        return all;
    }

    private static List<String> calls(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .toList();
    }

    @Test
    void onlyTheDispatcherServletIsRegistered() {
        var servlets =
                ((WebApplicationContext) SERVICE.context()).getServletContext().getServletRegistrations();
        assertThat(servlets.keySet()).containsExactly("dispatcherServlet");
    }

    /** The status that a caller with the given key gets at an endpoint of the given access. */
    private static int expectedStatus(String access, String key) {
        List<String> allowed = switch (key) {
            case "READER" -> List.of("PUBLIC", "READER");
            case "ANALYST" -> List.of("PUBLIC", "READER", "ANALYST");
            case "OPERATOR" -> List.of("PUBLIC", "READER", "ANALYST", "OPERATOR");
            case "none" -> List.of("PUBLIC");
            default -> List.of();
        };
        if (allowed.contains(access)) {
            return 200;
        }
        return ROLES.contains(key) ? 403 : 401;
    }

    @Test
    void endpointsAreOpenToTheListedRolesOnly() throws IOException {
        List<String> wrong = new ArrayList<>();
        int requests = 0;
        List<Expected> list = list();
        for (Expected line : list) {
            for (String method : methods(line)) {
                String access = method.equals("OPTIONS") ? lowestAccess(list, line.pattern()) : line.access();
                for (String key : List.of("none", "wrong", "READER", "ANALYST", "OPERATOR")) {
                    int status = status(method, line.target(), key);
                    int expected = expectedStatus(access, key);
                    // An authorized call may still fail because of the empty body or the unknown name.
                    boolean right = expected == 200
                            ? status != 401 && status != 403 && status != 421 && status < 500
                            : status == expected;
                    requests++;
                    if (!right) {
                        wrong.add(key + " " + method + " " + line.pattern() + ": " + status + ", not " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(requests).isGreaterThan(200);
    }

    private static List<String> methods(Expected line) {
        return line.method().equals("GET") ? List.of("GET", "HEAD", "OPTIONS") : List.of(line.method(), "OPTIONS");
    }

    /** The lowest access of all methods at an address, which OPTIONS needs. */
    private static String lowestAccess(List<Expected> list, String pattern) {
        return list.stream()
                .filter(line -> line.pattern().equals(pattern))
                .map(Expected::access)
                .min(Comparator.comparing(Access::valueOf))
                .orElseThrow();
    }

    private static int status(String method, String target, String key) {
        if (key.equals("none")) {
            return SERVICE.ask(method, target, "").status();
        }
        String bearer = ROLES.contains(key)
                ? RunningService.key(Role.valueOf(key))
                : Key.generate(new SecureRandom()).reveal();
        return SERVICE.ask(method, target, "", "Authorization: Bearer " + bearer)
                .status();
    }

    @Test
    void unlistedCallsAreNotAvailable() throws IOException {
        Set<String> known = new TreeSet<>(list().stream().map(Expected::call).toList());
        List<String> wrong = new ArrayList<>();
        for (Expected line : list()) {
            for (HttpMethod method : List.of(
                    HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.valueOf("FOO"))) {
                if (!known.contains(method + " " + line.pattern())) {
                    int status = status(method.name(), line.target(), "OPERATOR");
                    int unauthenticated = status(method.name(), line.target(), "none");
                    if (status != 405 || unauthenticated != 401) {
                        wrong.add(method + " " + line.pattern() + ": " + status + " " + unauthenticated);
                    }
                }
            }
        }
        Stream.of(
                        "/h2-console",
                        "/actuator",
                        "/actuator/env",
                        "/actuator/heapdump",
                        "/actuator/beans",
                        "/actuator/metrics")
                .forEach(path -> {
                    int status = status("GET", path, "OPERATOR");
                    if (status != 404 || status("GET", path, "none") != 401) {
                        wrong.add(path + ": " + status);
                    }
                });
        assertThat(wrong).isEmpty();
    }
}
