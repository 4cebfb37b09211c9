package entente.service.briefing.delivery;

import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.UUID;

import entente.report.json.Form;
import entente.report.json.ResultDocument;

/** What a webhook gets. */
record DeliveryBody(java.util.UUID id, DeliveryContent content) {

    static final ResultDocument<DeliveryBody> DOCUMENT = new ResultDocument<>(
            "webhook",
            "webhook",
            "What a webhook gets of an edition.",
            Form.<DeliveryBody>named("webhook")
                    .required("delivery", UUID, "The same at each attempt.", DeliveryBody::id)
                    .required("title", TEXT, body -> body.content().title()));
}
