package entente.service.briefing.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What is sent of an edition.
 *
 * @param edition its id, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param supposition what the scenario supposes; empty for nothing
 * @param statement the verdict in one sentence
 * @param standing the sentences below it, such as the likelihood by the rival account
 * @param json the edition with its statement, as JSON
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(
        String edition,
        String title,
        Optional<String> supposition,
        String statement,
        List<String> standing,
        String json,
        Optional<byte[]> pdf) {}
