package entente.service.briefing.delivery;

import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.UUID;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.text;
import static entente.report.json.JsonTypes.written;

import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;

/**
 * What a webhook gets.
 *
 * @param id of the delivery
 */
public record DeliveryBody(java.util.UUID id, DeliveryContent content) {

    public static final ResultDocument<DeliveryBody> DOCUMENT = new ResultDocument<>(
            "webhook",
            "webhook",
            "What a webhook gets: an edition with its statement, and where the briefing is.",
            Form.<DeliveryBody>named("webhook")
                    .required("delivery", UUID, "The same at each attempt.", DeliveryBody::id)
                    .required(
                            "news",
                            TEXT,
                            "What is new, in a few words.",
                            body -> body.content().news())
                    .required("bottomLine", TEXT, body -> body.content().bottomLine())
                    .described("What is new, what the scenario supposes, and the verdict.")
                    .required("standing", list(TEXT), body -> body.content().standing())
                    .described("The sentences below it.")
                    .required(
                            "edition",
                            written(ResultDocuments.EDITION),
                            body -> body.content().json())
                    .required(
                            "link",
                            text("path"),
                            body -> "/api/v1/editions/" + body.content().edition())
                    .described("The edition at this service."));
}
