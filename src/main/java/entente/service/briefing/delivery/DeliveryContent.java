package entente.service.briefing.delivery;

import java.util.Optional;

/**
 * What is sent of an edition.
 *
 * @param edition its id, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param bottomLine in full sentences
 * @param json the edition with its statement, as JSON
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(String edition, String title, String bottomLine, String json, Optional<byte[]> pdf) {}
