package entente.service.transfer;

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

    /**
     * The deadline for a transfer of this size.
     *
     * @return milliseconds
     */
    long millis(long bytes) {
        return transferTimeout.toMillis() + bytes * MILLIS / transferRate.toBytes();
    }

    /** The fault of the settings; empty if they are valid. */
    public String fault() {
        if (transferTimeout.toMillis() < 1) {
            return "The setting entente.limits.transfer-timeout is " + transferTimeout + "; it is more than zero.";
        }
        return transferRate.toBytes() < 1
                ? "The setting entente.limits.transfer-rate is " + transferRate + "; it is at least 1B."
                : "";
    }
}
