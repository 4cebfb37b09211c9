package entente.service.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How slowly a body may arrive and an answer may be read. A transfer has the timeout, and beyond it one more second for
 * each {@code transferRate} bytes that were transferred.
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
     * The longest that a transfer of so many bytes may take.
     *
     * @return milliseconds
     */
    long millis(long bytes) {
        return transferTimeout.toMillis() + bytes * MILLIS / transferRate.toBytes();
    }

    /** What is wrong with the settings; empty where nothing is. */
    public String fault() {
        if (transferTimeout.toMillis() < 1) {
            return "The setting entente.limits.transfer-timeout is " + transferTimeout + "; it is more than zero.";
        }
        return transferRate.toBytes() < 1
                ? "The setting entente.limits.transfer-rate is " + transferRate + "; it is at least 1B."
                : "";
    }
}
