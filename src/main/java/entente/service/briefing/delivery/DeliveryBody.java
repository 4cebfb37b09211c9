package entente.service.briefing.delivery;

import entente.analysis.track.Edition;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.json.RecordType;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocument;
import java.util.List;
import java.util.UUID;

/** What a webhook gets. */
public record DeliveryBody(
        @Described("The same at each attempt.") UUID delivery,
        @Described("What is new, in a few words.") String news,

        @Described("What is new, what the scenario supposes, and the verdict.")
        String bottomLine,

        @Described("The sentences below it.") List<String> standing,
        @Described(documents = Edition.class) JsonText edition,

        @Described(value = "The edition at this service.", kind = Kind.PATH)
        String link) {

    public static final ResultDocument<DeliveryBody> DOCUMENT = new ResultDocument<>(
            "webhook",
            "webhook",
            "What a webhook gets: an edition with its statement, and where the briefing is.",
            RecordType.of(DeliveryBody.class));

    static DeliveryBody of(UUID delivery, DeliveryContent content) {
        return new DeliveryBody(
                delivery,
                content.news(),
                content.bottomLine(),
                content.standing(),
                new JsonText(content.json()),
                "/api/v1/editions/" + content.edition());
    }
}
