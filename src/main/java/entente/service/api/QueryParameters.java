package entente.service.api;

import entente.document.Suggestion;
import entente.document.Text;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses the query string. The container would also read parameters from a body. */
final class QueryParameters {

    private QueryParameters() {}

    /** @throws ProblemException BAD_PARAMETER for an unknown, repeated or malformed parameter */
    static Map<String, String> of(HttpServletRequest request, Operation call) {
        String raw = request.getQueryString();
        Map<String, String> found = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return found;
        }
        List<String> known =
                Arrays.stream(call.query()).map(QueryParameter::parameterName).toList();
        for (String pair : raw.split("&")) {
            int sign = pair.indexOf('=');
            String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
            String value = decoded(sign < 0 ? "" : pair.substring(sign + 1));
            if (!known.contains(name)) {
                throw refused("There is no parameter \"" + Text.excerpt(name) + "\" here"
                        + (known.isEmpty()
                                ? ""
                                : "; there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known))
                        + Suggestion.question(name, known));
            }
            if (name.equals(QueryParameter.SCENARIOS.parameterName()) && !value.isBlank()) {
                found.merge(name, value, (before, next) -> before + "," + next); // as forms send what is chosen
            } else if (found.putIfAbsent(name, value) != null) {
                throw refused("The parameter " + name + " occurs twice");
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw refused("The query string is malformed: a % is not followed by two hexadecimal digits");
        }
    }

    private static ProblemException refused(String what) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, what.endsWith("?") ? what : what + ".");
    }
}
