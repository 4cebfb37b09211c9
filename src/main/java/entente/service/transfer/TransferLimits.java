package entente.service.transfer;

import entente.service.problem.StartupException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Maximum sizes of bodies, and deadlines of transfers: the timeout, plus one second for each {@code transferRate} bytes
 * transferred.
 *
 * @param body of all operations except batches
 * @param batch of a batch
 * @param transferTimeout more than zero
 * @param transferRate bytes a second, at least one
 */
@ConfigurationProperties("entente.limits")
public record TransferLimits(
        @DefaultValue("512KB") DataSize body,
        @DefaultValue("64MB") DataSize batch,
        @DefaultValue("10s") Duration transferTimeout,
        @DefaultValue("16KB") DataSize transferRate) {

    /** @throws StartupException that names the setting */
    public TransferLimits {
        if (transferTimeout.toMillis() < 1) {
            throw StartupException.setting("entente.limits.transfer-timeout", transferTimeout, "more than zero");
        }
        if (transferRate.toBytes() < 1) {
            throw StartupException.setting("entente.limits.transfer-rate", transferRate, "at least 1B");
        }
    }

    /** The deadline for a transfer of this size, in milliseconds. */
    long millis(long bytes) {
        return transferTimeout.toMillis() + bytes * 1_000 / transferRate.toBytes();
    }
}
