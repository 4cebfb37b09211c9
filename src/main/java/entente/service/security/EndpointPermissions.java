package entente.service.security;

import java.util.List;
import java.util.stream.Stream;

/**
 * All endpoints with the required access. Others are denied; a test compares the list with the running service.
 *
 * @param permissions in the order of evaluation
 */
public record EndpointPermissions(List<Permission> permissions) {

    /**
     * @param method of HTTP; HEAD goes with GET
     * @param pattern of the path, after Spring's {@code PathPattern}
     */
    public record Permission(String method, String pattern, Access access) {}

    /** Endpoints that are not operations of the API. */
    private static final List<Permission> OTHERS = List.of(
            new Permission("GET", "/page/**", Access.PUBLIC),
            new Permission("GET", SignIn.PATH, Access.PUBLIC),
            new Permission("POST", SignIn.PATH, Access.PUBLIC),
            new Permission("POST", SignIn.OUT, Access.PUBLIC),
            new Permission("GET", "/actuator/health", Access.PUBLIC),
            new Permission("GET", "/actuator/health/**", Access.PUBLIC),
            new Permission("GET", "/actuator/info", Access.READER),
            new Permission("GET", "/actuator/prometheus", Access.OPERATOR));

    /** The permissions of these operations and of all other endpoints. */
    public static EndpointPermissions of(Stream<Permission> operations) {
        return new EndpointPermissions(
                Stream.concat(operations, OTHERS.stream()).toList());
    }
}
