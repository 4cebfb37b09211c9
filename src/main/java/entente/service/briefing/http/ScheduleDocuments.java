package entente.service.briefing.http;

import static entente.report.json.JsonTypes.INSTANT;
import static entente.report.json.JsonTypes.TEXT;
import static entente.report.json.JsonTypes.list;

import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.ScheduleRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The JSON of schedules and deliveries. */
public final class ScheduleDocuments {

    /** @param nextDue empty if there is none within nine years */
    record Listed(Schedule schedule, Optional<Instant> nextDue, List<ScheduleRun> runs) {}

    /** @param refusal why the settings do not allow it; empty if they do */
    record CheckedTarget(String target, Optional<String> refusal) {}

    /** @param problem why it cannot be assessed; empty if it can */
    record CheckedScenario(String scenario, Optional<String> problem) {}

    record DryRun(Schedule schedule, List<CheckedScenario> scenarios, List<CheckedTarget> targets) {}

    private static final Form<Listed> LISTED = Form.<Listed>named("listedSchedule")
            .including(ScheduleForms.SCHEDULE, Listed::schedule)
            .optional("nextDue", INSTANT, "Absent if there is none within nine years.", Listed::nextDue)
            .required("runs", list(ScheduleForms.RUN), "The latest, latest first.", Listed::runs);

    static final ResultDocument<Schedule> SCHEDULE =
            new ResultDocument<>("schedule", "schedule", "A schedule of briefings.", ScheduleForms.SCHEDULE);

    static final ResultDocument<List<Listed>> SCHEDULES = new ResultDocument<>(
            "schedules",
            "schedules",
            "All schedules of briefings with their latest runs.",
            Form.<List<Listed>>named("schedules").required("schedules", list(LISTED), "By name.", all -> all));

    static final ResultDocument<ScheduleRun> RUN = new ResultDocument<>(
            "schedule-run", "run of a schedule", "The work for one due time of a schedule.", ScheduleForms.RUN);

    static final ResultDocument<DryRun> DRY_RUN = new ResultDocument<>(
            "schedule-dry-run",
            "dry run of a schedule",
            "What a run of a schedule would publish, and to whom it would be sent.",
            Form.<DryRun>named("schedule-dry-run")
                    .including(ScheduleForms.SCHEDULE, DryRun::schedule)
                    .required(
                            "scenarios",
                            list(Form.<CheckedScenario>named("checkedScenario")
                                    .required("scenario", TEXT, "Its id.", CheckedScenario::scenario)
                                    .optional("problem", TEXT, "Why it cannot be assessed.", CheckedScenario::problem)),
                            DryRun::scenarios)
                    .required(
                            "deliveries",
                            list(Form.<CheckedTarget>named("checkedTarget")
                                    .required("target", TEXT, CheckedTarget::target)
                                    .optional("refusal", TEXT, CheckedTarget::refusal)
                                    .described("Why the settings do not allow it.")),
                            DryRun::targets));

    static final ResultDocument<Delivery> DELIVERY =
            new ResultDocument<>("delivery", "delivery", "An edition for one target.", ScheduleForms.DELIVERY);

    static final ResultDocument<List<Delivery>> DELIVERIES = new ResultDocument<>(
            "deliveries",
            "deliveries",
            "The latest deliveries of editions.",
            Form.<List<Delivery>>named("deliveries")
                    .required("deliveries", list(ScheduleForms.DELIVERY), "Latest first.", all -> all));

    public static final List<ResultDocument<?>> ALL = List.of(SCHEDULE, SCHEDULES, RUN, DRY_RUN, DELIVERY, DELIVERIES);

    private ScheduleDocuments() {}
}
