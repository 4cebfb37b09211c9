package entente.service.transfer;

import entente.service.problem.StartupException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Deadlines of transfers: the timeout, plus one second for each {@code transferRate} bytes transferred.
 *
 * @param transferTimeout more than zero
 * @param transferRate bytes a second, at least one
 */
@ConfigurationProperties("entente.limits")
public record TransferLimits(
        @DefaultValue("10s") Duration transferTimeout,
        @DefaultValue("16KB") DataSize transferRate) {

    private static final int MILLIS = 1_000;

    /** @throws StartupException that names the setting */
    public TransferLimits {
        if (transferTimeout.toMillis() < 1) {
            throw StartupException.setting("entente.limits.transfer-timeout", transferTimeout, "more than zero");
        }
        if (transferRate.toBytes() < 1) {
            throw StartupException.setting("entente.limits.transfer-rate", transferRate, "at least 1B");
        }
    }

    /**
     * The deadline for a transfer of this size.
     *
     * @return milliseconds
     */
    long millis(long bytes) {
        return transferTimeout.toMillis() + bytes * MILLIS / transferRate.toBytes();
    }
}
