package entente.service.operations;

import entente.rulebook.RuleBookFault;
import entente.service.rulebook.RuleBookState;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows the active rule book. A refused edit does not change the status, because the previous book remains active; its
 * faults are shown.
 */
@RequiredArgsConstructor
public final class RuleBookHealth implements HealthIndicator {

    private final Supplier<RuleBookState> book;

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
        String location = fault.file().isEmpty() ? "rules" : fault.file();
        return location + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail();
    }
}
