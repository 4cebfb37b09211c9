package entente.service.briefing.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What is sent of an edition.
 *
 * @param edition its id, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param news what is new, in a few words, with the number of the edition
 * @param bottomLine what is new, what the scenario supposes and the verdict, in full sentences
 * @param standing the sentences below it, such as what is compared, and the likelihood by the rival account
 * @param json the edition with its statement, as JSON
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(
        String edition,
        String title,
        String news,
        String bottomLine,
        List<String> standing,
        String json,
        Optional<byte[]> pdf) {}
