package entente.service.operations;

import entente.rulebook.RuleBookFault;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookState;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Which book is in force. A refused edit does not make the service unwell, for it answers by the book before it; it is
 * said here, and so that a person looks after it.
 */
public final class RuleBookHealth implements HealthIndicator {

    private final Supplier<RuleBookState> book;

    public RuleBookHealth(ActiveRuleBook inForce) {
        this(inForce::state);
    }

    public RuleBookHealth(Supplier<RuleBookState> book) {
        this.book = book;
    }

    @Override
    public Health health() {
        RuleBookState state = book.get();
        Health.Builder health = Health.up()
                .withDetail("version", state.version())
                .withDetail("sha256", state.sha256())
                .withDetail("stale", state.stale());
        if (state.stale()) {
            health.withDetail(
                    "refused", state.faults().stream().map(RuleBookHealth::line).toList());
        }
        return health.build();
    }

    private static String line(RuleBookFault fault) {
        String place = fault.file().isEmpty() ? "rules" : fault.file();
        return place + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail();
    }
}
