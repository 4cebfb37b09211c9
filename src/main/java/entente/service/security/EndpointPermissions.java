package entente.service.security;

import static entente.service.security.Access.ANALYST;
import static entente.service.security.Access.OPERATOR;
import static entente.service.security.Access.PUBLIC;
import static entente.service.security.Access.READER;

import java.util.List;

/**
 * All endpoints with the required access. Others are denied; a test compares the list with the running service.
 */
public final class EndpointPermissions {

    /**
     * @param method of HTTP; HEAD goes with GET
     * @param pattern of the path, after Spring's {@code PathPattern}
     */
    public record Permission(String method, String pattern, Access access) {

        @Override
        public String toString() {
            return method + " " + pattern + " " + access;
        }
    }

    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String DELETE = "DELETE";

    private static final List<Permission> PERMISSIONS = List.of(
            new Permission(GET, "/", PUBLIC),
            new Permission(GET, "/problems", PUBLIC),
            new Permission(GET, "/problems/{slug}", PUBLIC),
            // API.
            new Permission(POST, "/api/v1/assessments", ANALYST),
            new Permission(GET, "/api/v1/assessments", READER),
            new Permission(GET, "/api/v1/assessments/{id}", READER),
            new Permission(GET, "/api/v1/assessments/{id}/verify", READER),
            new Permission(POST, "/api/v1/assessments:batch", ANALYST),
            new Permission(POST, "/api/v1/validations", ANALYST),
            new Permission(POST, "/api/v1/comparisons", ANALYST),
            new Permission(POST, "/api/v1/flips", ANALYST),
            new Permission(POST, "/api/v1/sensitivities", ANALYST),
            new Permission(GET, "/api/v1/jobs/{id}", READER),
            new Permission(DELETE, "/api/v1/jobs/{id}", ANALYST),
            new Permission(GET, "/api/v1/scenarios", READER),
            new Permission(GET, "/api/v1/scenarios/{id}", READER),
            new Permission(PUT, "/api/v1/scenarios/{id}", ANALYST),
            new Permission(DELETE, "/api/v1/scenarios/{id}", ANALYST),
            new Permission(GET, "/api/v1/indicators", READER),
            new Permission(GET, "/api/v1/indicators/{id}", READER),
            new Permission(GET, "/api/v1/rules", READER),
            new Permission(GET, "/api/v1/rules/{id}", READER),
            new Permission(GET, "/api/v1/schemas/{name}", READER),
            // Documentation.
            new Permission(GET, "/api/v1/openapi.json", PUBLIC),
            new Permission(GET, "/try", PUBLIC),
            new Permission(GET, "/swagger-ui/{file}", PUBLIC),
            // Management.
            new Permission(GET, "/actuator/health", PUBLIC),
            new Permission(GET, "/actuator/health/**", PUBLIC),
            new Permission(GET, "/actuator/info", READER),
            new Permission(GET, "/actuator/prometheus", OPERATOR));

    private EndpointPermissions() {}

    /** In the order of evaluation. */
    public static List<Permission> permissions() {
        return PERMISSIONS;
    }
}
