package entente.service.page;

import entente.service.api.ApiRequest;
import entente.service.archive.ApiResponse;
import entente.service.keys.Key;
import entente.service.page.Shell.SignInPage;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Sessions;
import entente.service.security.Sessions.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs people in with a key and out again. Programs send their key with each request instead. */
@RequiredArgsConstructor
@Controller
class SignInController {

    /** Enough for a key and an address with the changes of a case. */
    private static final int MAX_FORM = 1 << 14;

    private final Sessions sessions;

    @GetMapping(path = SignIn.PATH, produces = MediaType.TEXT_HTML_VALUE)
    ApiResponse signInPage(HttpServletRequest request) {
        String to = SignIn.local(fields(request.getQueryString()).getOrDefault(SignIn.TO, "/"));
        return Sessions.current().isPresent() ? leadTo(to) : page(to, "");
    }

    @PostMapping(
            path = SignIn.PATH,
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ApiResponse signIn(ApiRequest form, HttpServletRequest request, HttpServletResponse response) {
        byte[] sent = form.body();
        if (sent.length > MAX_FORM) {
            throw ProblemType.TOO_LARGE.problem("The form has more than " + MAX_FORM + " bytes.");
        }
        Map<String, String> fields = fields(new String(sent, StandardCharsets.UTF_8));
        String to = SignIn.local(fields.getOrDefault(SignIn.TO, "/"));
        try {
            Key key = Key.of(fields.getOrDefault("key", "").strip());
            return sessions.signIn(key, request, response)
                    ? leadTo(to)
                    : refused(
                            401, to, "This key is unknown or has been removed.", Map.of("WWW-Authenticate", "Bearer"));
        } catch (ProblemException tooMany) {
            return refused(
                    tooMany.type().status(),
                    to,
                    tooMany.detail(),
                    Map.of("Retry-After", String.valueOf(tooMany.retryAfter().orElseThrow())));
        }
    }

    @PostMapping(SignIn.OUT)
    ApiResponse signOut(HttpServletRequest request) {
        sessions.signOut(request);
        return leadTo(SignIn.PATH);
    }

    private ApiResponse page(String to, String refusal) {
        SignInPage page = new SignInPage(sessions.available(), to, refusal);
        return Shell.page("Sign in", Shell.Section.NONE, "sign-in", "sign-in", page);
    }

    private ApiResponse refused(int status, String to, String why, Map<String, String> headers) {
        ApiResponse page = page(to, why);
        return new ApiResponse(status, page.headers(), page.body()).with(headers);
    }

    private static ApiResponse leadTo(String address) {
        return new ApiResponse(303, Map.of("Location", address), new byte[0]);
    }

    /** The fields of a form; what is malformed is left out. */
    private static Map<String, String> fields(@Nullable String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form == null ? new String[0] : form.split("&", -1)) {
            int sign = field.indexOf('=');
            try {
                fields.put(
                        sign < 0 ? field : field.substring(0, sign),
                        sign < 0 ? "" : URLDecoder.decode(field.substring(sign + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                // As if it were not there.
            }
        }
        return fields;
    }
}
