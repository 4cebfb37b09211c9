package entente.service.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the archive answers. A full one is up, for it can be read; the detail {@code writable} is false then. What it says when it does not goes to the
 * log, for it may name hosts and folders.
 */
public final class ArchiveHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger("entente.archive");
    private static final int SECONDS = 2;

    private final DataSource archive;
    private final BooleanSupplier writable;

    public ArchiveHealth(DataSource archive, BooleanSupplier writable) {
        this.archive = archive;
        this.writable = writable;
    }

    @Override
    public Health health() {
        try (Connection connection = archive.getConnection()) {
            if (connection.isValid(SECONDS)) {
                return Health.up()
                        .withDetail("writable", writable.getAsBoolean())
                        .build();
            }
            LOG.warn("The archive was asked for its health and did not answer within {} seconds.", SECONDS);
        } catch (SQLException unreachable) {
            LOG.warn("The archive was asked for its health: {}", unreachable.getMessage());
        }
        return Health.outOfService().build();
    }
}
