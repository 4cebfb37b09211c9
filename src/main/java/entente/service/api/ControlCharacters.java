package entente.service.api;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Rejects control characters in path variables, parameters and headers. No value needs them, and stores differ:
 * PostgreSQL cannot store NUL, the embedded database can.
 */
final class ControlCharacters {

    /** The request headers that are read after this check; {@code ControlCharactersIT} compares them with the API. */
    private static final List<String> HEADERS = List.of(
            "Accept", "Content-Encoding", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Prefer");

    private ControlCharacters() {}

    /**
     * @param query the decoded parameters
     * @throws ProblemException BAD_PARAMETER naming the first location of a control character
     */
    static void reject(HttpServletRequest request, Map<String, String> query) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> reject("path variable " + name, String.valueOf(value)));
        }
        query.forEach((name, value) -> reject("parameter " + name, value));
        HEADERS.forEach(name -> values(request, name).forEach(value -> reject("header " + name, value)));
    }

    /** Spring Security's firewall wraps the request, and refuses such a header when it is read. */
    private static List<String> values(HttpServletRequest request, String header) {
        try {
            return Collections.list(request.getHeaders(header));
        } catch (RequestRejectedException rejected) {
            throw problem("header " + header, "a character that is not allowed there");
        }
    }

    private static void reject(String location, String value) {
        value.chars().filter(Character::isISOControl).findFirst().ifPresent(c -> {
            throw problem(location, String.format("the control character U+%04X", c));
        });
    }

    private static ProblemException problem(String location, String what) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, "The " + location + " contains " + what + ".");
    }
}
