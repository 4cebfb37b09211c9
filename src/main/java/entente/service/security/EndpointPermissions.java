package entente.service.security;

import static entente.service.security.Access.ANALYST;
import static entente.service.security.Access.EVERYBODY;
import static entente.service.security.Access.OPERATOR;
import static entente.service.security.Access.READER;

import java.util.List;

/**
 * Everything that the service answers to, and to whom. What does not stand here is refused; a test holds the list
 * against what is really there.
 */
public final class EndpointPermissions {

    /**
     * @param method of HTTP; HEAD goes with GET
     * @param pattern of the path, after Spring's {@code PathPattern}
     */
    public record Line(String method, String pattern, Access access) {

        @Override
        public String toString() {
            return method + " " + pattern + " " + access;
        }
    }

    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String DELETE = "DELETE";

    private static final List<Line> PERMISSIONS = List.of(
            new Line(GET, "/", PUBLIC),
            new Line(GET, "/problems", PUBLIC),
            new Line(GET, "/problems/{slug}", PUBLIC),
            // What the service is asked for.
            new Line(POST, "/api/v1/assessments", ANALYST),
            new Line(GET, "/api/v1/assessments", READER),
            new Line(GET, "/api/v1/assessments/{id}", READER),
            new Line(GET, "/api/v1/assessments/{id}/verify", READER),
            new Line(POST, "/api/v1/assessments:batch", ANALYST),
            new Line(POST, "/api/v1/validations", ANALYST),
            new Line(POST, "/api/v1/comparisons", ANALYST),
            new Line(POST, "/api/v1/flips", ANALYST),
            new Line(POST, "/api/v1/sensitivities", ANALYST),
            new Line(GET, "/api/v1/work/{id}", READER),
            new Line(DELETE, "/api/v1/work/{id}", ANALYST),
            new Line(GET, "/api/v1/scenarios", READER),
            new Line(GET, "/api/v1/scenarios/{id}", READER),
            new Line(PUT, "/api/v1/scenarios/{id}", ANALYST),
            new Line(DELETE, "/api/v1/scenarios/{id}", ANALYST),
            new Line(GET, "/api/v1/indicators", READER),
            new Line(GET, "/api/v1/indicators/{id}", READER),
            new Line(GET, "/api/v1/rules", READER),
            new Line(GET, "/api/v1/rules/{id}", READER),
            new Line(GET, "/api/v1/schemas/{name}", READER),
            // How it is asked.
            new Line(GET, "/api/v1/openapi.json", PUBLIC),
            new Line(GET, "/try", PUBLIC),
            new Line(GET, "/swagger-ui/{file}", PUBLIC),
            // How it is.
            new Line(GET, "/actuator/health", PUBLIC),
            new Line(GET, "/actuator/health/**", PUBLIC),
            new Line(GET, "/actuator/info", READER),
            new Line(GET, "/actuator/prometheus", OPERATOR));

    private EndpointPermissions() {}

    /** In the order in which they are asked. */
    public static List<Line> permissions() {
        return PERMISSIONS;
    }
}
