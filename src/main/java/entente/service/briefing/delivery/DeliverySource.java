package entente.service.briefing.delivery;

import java.io.IOException;
import java.util.Optional;

/** Finds what is to be delivered. */
public interface DeliverySource {

    /** The edition with this id; empty if it is no longer there. */
    Optional<DeliveryContent> find(String edition) throws IOException;
}
