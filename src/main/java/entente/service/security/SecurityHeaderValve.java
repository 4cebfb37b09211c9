package entente.service.security;

import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Sets the security headers before anything else, so that responses of Tomcat itself have them too.
 *
 * <p>{@code OPTIONS *} never reaches a valve: Tomcat answers it while it reads the request, and calls the access logs
 * of the engine before it sends the response. This valve is such a log for that reason alone.
 */
public final class SecurityHeaderValve extends ValveBase implements AccessLog {

    private static final String WHOLE_SERVER = "*";

    /** No external resources, no inline scripts or styles, no frames. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final HostFilter hosts;
    private final ActiveRuleBook activeRuleBook;

    public SecurityHeaderValve(HostFilter hosts, ActiveRuleBook activeRuleBook) {
        super(true);
        this.hosts = hosts;
        this.activeRuleBook = activeRuleBook;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getDecodedRequestURI();
        setHeaders(path == null ? "" : path, response);
        getNext().invoke(request, response);
    }

    private static void setHeaders(String path, Response response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // Pages are the same for all callers.
        if (!path.startsWith("/page/") && !path.startsWith("/problems/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    @Override
    public void log(Request request, Response response, long time) {
        if (!WHOLE_SERVER.equals(request.getRequestURI()) || response.isCommitted()) {
            return;
        }
        setHeaders(WHOLE_SERVER, response);
        RuleBookFilter.setHeaders(response, activeRuleBook.current());
        try {
            hosts.rejectIfForbidden(request, response);
        } catch (IOException callerGone) {
            throw new UncheckedIOException(callerGone);
        }
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Nothing is logged.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
