package entente.service.briefing.delivery;

import java.util.Optional;

/**
 * What is sent of an edition.
 *
 * @param edition its id, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param statement the verdict in one sentence
 * @param json the edition with its statement, as JSON
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(String edition, String title, String statement, String json, Optional<byte[]> pdf) {}
