package entente.service.briefing.delivery;

import entente.service.briefing.delivery.DeliveryTable.Claimed;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the deliveries that are due, one after another. */
@Component
@RequiredArgsConstructor
public final class DeliveryWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final DeliveryTable deliveries;
    private final DeliverySource editions;
    private final DeliveryChannels channels;

    /** Until none is due. */
    @Override
    public void run() {
        for (Optional<Claimed> next = deliveries.take(); next.isPresent(); next = deliveries.take()) {
            deliver(next.get());
        }
    }

    private void deliver(Claimed claimed) {
        Delivery delivery = claimed.delivery();
        try {
            DeliveryContent content = editions.find(delivery.edition())
                    .orElseThrow(() -> DeliveryException.refused("The edition is no longer in the archive."));
            channels.send(DeliveryTarget.of(delivery.target()), delivery.id(), content);
        } catch (DeliveryException failed) {
            fail(claimed, String.valueOf(failed.getMessage()), failed.isFinal());
            return;
        } catch (IOException unreadable) {
            fail(claimed, "The edition cannot be read.", false);
            return;
        } catch (RuntimeException bug) {
            LOG.error("The delivery {} failed.", delivery.id(), bug);
            fail(claimed, "An internal error occurred. The log of the service contains the cause.", false);
            return;
        }
        deliveries.delivered(claimed);
    }

    private void fail(Claimed claimed, String error, boolean isFinal) {
        // Targets may hold a token in their path or query.
        LOG.warn("The delivery {} was not made: {}", claimed.delivery().id(), error);
        deliveries.failed(claimed, error, isFinal);
    }

    /** Finds what is to be delivered. */
    public interface DeliverySource {

        /** The edition with this id; empty if it is no longer there. */
        Optional<DeliveryContent> find(String edition) throws IOException;
    }
}
