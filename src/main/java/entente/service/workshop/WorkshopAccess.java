package entente.service.workshop;

import entente.document.Digest;
import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.WrongAttempts;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Finds out who a request comes from, by a cookie or a bearer token. */
@Component
@RequiredArgsConstructor
public final class WorkshopAccess {

    /**
     * The attribute that holds the address of a guest's connection: no proxy stands before the address of a room, so that
     * a header does not say where a guest is.
     */
    static final String PEER = WorkshopAccess.class.getName();

    private static final String COOKIE = "workshop-";
    private static final String BEARER = "Bearer ";
    private static final Duration LIFETIME = Duration.ofDays(7);
    /** Cookies of workshops that are looked up for one request. */
    private static final int MAX_COOKIES = 8;

    private final WorkshopTable workshops;
    private final CodeGuesses guesses;

    /**
     * The caller of a request for a workshop.
     *
     * @throws ProblemException NOT_FOUND, late, for a wrong code; TOO_MANY_ATTEMPTS after several; UNAUTHENTICATED
     *     without a token of the workshop
     */
    WorkshopCaller caller(HttpServletRequest request, String typed) {
        Optional<WorkshopCaller> known = known(request, typed);
        if (known.isPresent()) {
            return known.get();
        }
        code(request, typed);
        throw noMember();
    }

    /** A token of the workshop is missing, or its group has been removed. */
    static ProblemException noMember() {
        return ProblemType.UNAUTHENTICATED.problem(
                "Join the workshop first: a token of one of its members is required.");
    }

    /** @throws ProblemException as {@link #caller}, or FORBIDDEN if the caller has another role */
    WorkshopCaller caller(HttpServletRequest request, String typed, WorkshopRole role) {
        WorkshopCaller caller = caller(request, typed);
        if (!caller.is(role)) {
            throw forbidden();
        }
        return caller;
    }

    static ProblemException forbidden() {
        return ProblemType.FORBIDDEN.problem("Your role in the workshop does not permit this.");
    }

    /** The caller, if the request has a token of this workshop. */
    Optional<WorkshopCaller> known(HttpServletRequest request, String typed) {
        Optional<WorkshopCode> code = WorkshopCode.typed(typed);
        return code.flatMap(known -> places(request, COOKIE + known.text())
                .filter(caller -> caller.code().equals(known))
                .findFirst());
    }

    /** The places that the caller holds in workshops, by all tokens of the request. */
    List<WorkshopCaller> places(HttpServletRequest request) {
        return places(request, COOKIE).toList();
    }

    private Stream<WorkshopCaller> places(HttpServletRequest request, String cookies) {
        return Stream.concat(bearer(request).stream(), cookies(request, cookies).stream())
                .limit(MAX_COOKIES)
                .flatMap(token -> workshops.holder(token).stream());
    }

    /**
     * The workshop of a member, or that of the code.
     *
     * @throws ProblemException as {@link #caller} for a wrong code
     */
    WorkshopCode visited(HttpServletRequest request, String typed) {
        return known(request, typed).map(WorkshopCaller::code).orElseGet(() -> code(request, typed));
    }

    /** @throws ProblemException as {@link #caller} for a wrong code */
    WorkshopCode code(HttpServletRequest request, String typed) {
        return guesses.look(
                        address(request),
                        () -> WorkshopCode.typed(typed)
                                .filter(code -> workshops.find(code).isPresent()))
                .orElseThrow(ApiRequest::notFound);
    }

    /** Where a request for a workshop comes from, in a form that tells no address. */
    static String origin(HttpServletRequest request, WorkshopCode code) {
        return Digest.sha256(code.text() + "\n" + WrongAttempts.network(address(request)));
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof String peer ? peer : request.getRemoteAddr();
    }

    /** The header that gives the caller its token. */
    static String cookie(HttpServletRequest request, WorkshopCode code, WorkshopToken token) {
        return ResponseCookie.from(COOKIE + code.text(), token.reveal())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(LIFETIME)
                .build()
                .toString();
    }

    private static Optional<WorkshopToken> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? WorkshopToken.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static List<WorkshopToken> cookies(HttpServletRequest request, String prefix) {
        Cookie @Nullable [] sent = request.getCookies();
        return sent == null
                ? List.of()
                : Arrays.stream(sent)
                        .filter(cookie -> cookie.getName().startsWith(prefix))
                        .flatMap(cookie -> WorkshopToken.of(cookie.getValue()).stream())
                        .toList();
    }
}
