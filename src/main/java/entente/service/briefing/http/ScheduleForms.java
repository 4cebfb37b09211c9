package entente.service.briefing.http;

import static entente.report.json.JsonTypes.BOOLEAN;
import static entente.report.json.JsonTypes.COUNT;
import static entente.report.json.JsonTypes.INSTANT;
import static entente.report.json.JsonTypes.POSITIVE;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.UUID;
import static entente.report.json.JsonTypes.choice;
import static entente.report.json.JsonTypes.list;
import static entente.report.json.JsonTypes.text;

import entente.briefing.BriefingMedium;
import entente.report.json.CommonForms;
import entente.report.json.Form;
import entente.report.json.JsonType;
import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.delivery.Delivery.DeliveryState;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.Schedule.Definition;
import entente.service.briefing.schedule.ScheduleRun;
import entente.service.briefing.schedule.ScheduleRun.RunState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The objects of schedules and deliveries in JSON. */
final class ScheduleForms {

    static final JsonType<String> EDITION = text("id of an edition", "pattern", "^[a-z0-9][a-z0-9_-]*/[1-9][0-9]*$");

    private static final JsonType<BriefingMedium> FORMAT = choice(Arrays.stream(BriefingMedium.values())
                    .map(BriefingMedium::ending)
                    .toList())
            .of(BriefingMedium::ending);

    private static final Form<Definition> DEFINITION = Form.<Definition>named("scheduleDefinition")
            .required("name", TEXT, Definition::name)
            .required("scenario", TEXT, Definition::scenario)
            .described("Id of a scenario, or a file or folder below that of the scenarios.")
            .required("cron", TEXT, "Minute, hour, day of month, month, day of week.", Definition::cron)
            .required("timeZone", TEXT, Definition::timeZone)
            .required("formats", list(FORMAT, "minItems", 1), Definition::formats)
            .required("targets", list(TEXT), "Addresses of mail and webhooks.", Definition::targets)
            .required("ifChanged", BOOLEAN, Definition::ifChanged)
            .described("Whether an edition is published only if something has changed since the one before.")
            .optional("ifCrosses", CommonForms.BAND, Definition::ifCrosses)
            .described(
                    "Whether an edition is published only if the likelihood has crossed the lower limit of this band.");

    static final Form<Schedule> SCHEDULE = Form.<Schedule>named("schedule")
            .required("id", UUID, Schedule::id)
            .required("revision", POSITIVE, "Rises with every change.", Schedule::revision)
            .required("author", TEXT, "Who last changed it; local without accounts.", Schedule::author)
            .including(DEFINITION, Schedule::definition);

    static final Form<ScheduleRun> RUN = Form.<ScheduleRun>named("scheduleRun")
            .required("dueAt", INSTANT, ScheduleRun::dueAt)
            .required("state", choice(RunState.values()), ScheduleRun::state)
            .optional("detail", TEXT, "Why nothing was published, or what failed.", run -> present(run.detail()))
            .required("editions", list(EDITION), "What was published.", ScheduleRun::editions);

    static final Form<Delivery> DELIVERY = Form.<Delivery>named("delivery")
            .required("id", UUID, "Sent along, so that a receiver recognises a repetition.", Delivery::id)
            .required("edition", EDITION, Delivery::edition)
            .required("target", TEXT, Delivery::target)
            .required("schedule", UUID, Delivery::schedule)
            .required("state", choice(DeliveryState.values()), Delivery::state)
            .required("at", INSTANT, "When it was ordered.", Delivery::at)
            .required("attempts", COUNT, Delivery::attempts)
            .optional("nextAttempt", INSTANT, "Of a delivery that is due.", ScheduleForms::nextAttempt)
            .optional("lastError", TEXT, "Why the last attempt failed.", delivery -> present(delivery.lastError()))
            .optional("delivered", INSTANT, "When the other side acknowledged it.", Delivery::delivered);

    private ScheduleForms() {}

    private static Optional<Instant> nextAttempt(Delivery delivery) {
        return Optional.of(delivery.nextAttempt()).filter(at -> delivery.state() == DeliveryState.DUE);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }
}
