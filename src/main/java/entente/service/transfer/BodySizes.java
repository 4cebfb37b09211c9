package entente.service.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Maximum sizes of bodies.
 *
 * @param body of all operations except batches
 * @param batch of a batch
 */
@ConfigurationProperties("entente.limits")
public record BodySizes(
        @DefaultValue("512KB") DataSize body,
        @DefaultValue("64MB") DataSize batch) {}
