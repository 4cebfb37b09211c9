package entente.web;

import entente.rules.BookFault;
import entente.service.BookState;
import entente.service.InForce;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Which book is in force. A refused edit does not make the service unwell, for it answers by the book before it; it is
 * said here, and so that a person looks after it.
 */
final class HealthOfRules implements HealthIndicator {

    private final Supplier<BookState> book;

    HealthOfRules(InForce inForce) {
        this(inForce::state);
    }

    HealthOfRules(Supplier<BookState> book) {
        this.book = book;
    }

    @Override
    public Health health() {
        BookState state = book.get();
        Health.Builder health = Health.up()
                .withDetail("version", state.version())
                .withDetail("sha256", state.sha256())
                .withDetail("stale", state.stale());
        if (state.stale()) {
            health.withDetail(
                    "refused", state.faults().stream().map(HealthOfRules::line).toList());
        }
        return health.build();
    }

    private static String line(BookFault fault) {
        String place = fault.file().isEmpty() ? "rules" : fault.file();
        return place + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail();
    }
}
