package entente.service.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the archive. A full archive is up, because it can be read; the detail {@code writable} is then false.
 * Errors are logged and not shown, because they may name hosts and folders.
 */
@RequiredArgsConstructor
public final class ArchiveHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger("entente.archive");
    private static final int SECONDS = 2;

    private final DataSource archive;
    private final BooleanSupplier writable;

    @Override
    public Health health() {
        try (Connection connection = archive.getConnection()) {
            if (connection.isValid(SECONDS)) {
                return Health.up()
                        .withDetail("writable", writable.getAsBoolean())
                        .build();
            }
            LOG.warn("The health check of the archive did not complete within {} seconds.", SECONDS);
        } catch (SQLException unreachable) {
            LOG.warn("The health check of the archive failed: {}", unreachable.getMessage());
        }
        return Health.outOfService().build();
    }
}
