package entente.service.briefing.http;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.service.briefing.delivery.DeliveryTarget;
import entente.service.briefing.schedule.Schedule;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema of the definition of a schedule. */
public final class ScheduleRequests {

    public static final String NAME = "schedule-request";

    private ScheduleRequests() {}

    public static Map<String, Object> schema() {
        return object(
                keywords(
                        "name", text(Schedule.MAX_NAME, "For people."),
                        "scenario", text(200, "Id of a scenario, or a file or folder below that of the scenarios."),
                        "cron", text(100, "Minute, hour, day of month, month, day of week."),
                        "timeZone", text(64, "Id of a region, such as Pacific/Auckland, or UTC."),
                        "formats",
                                list(
                                        keywords(
                                                "enum",
                                                Stream.of(BriefingMedium.values())
                                                        .map(BriefingMedium::ending)
                                                        .toList()),
                                        1,
                                        BriefingMedium.values().length),
                        "targets",
                                list(
                                        text(
                                                DeliveryTarget.MAX_LENGTH,
                                                "mailto: with an address, or an address of https."),
                                        0,
                                        ScheduleBody.MAX_TARGETS),
                        "ifChanged", Map.of("type", "boolean"),
                        "ifCrosses", keywords("enum", Band.spellings())),
                "name",
                "scenario",
                "cron",
                "timeZone");
    }

    private static Map<String, Object> list(Map<String, Object> items, int least, int most) {
        return keywords("type", "array", "items", items, "minItems", least, "maxItems", most);
    }

    private static Map<String, Object> text(int longest, String description) {
        return keywords("type", "string", "minLength", 1, "maxLength", longest, "description", description);
    }
}
