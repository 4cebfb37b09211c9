package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;

import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The tags that group operations in the OpenAPI document. */
@RequiredArgsConstructor
enum ApiTags {
    ASSESSMENTS(
            "Assessments", "Assess scenarios; validate, store, verify and brief.", "assessments|validations|briefings"),
    WHAT_IF(
            "What if",
            "What would change a verdict, and differences between scenarios.",
            "comparisons|flips|sensitivities|explorations"),
    WORKSHOPS("Workshops", "Groups in a room change one scenario and compare their verdicts.", "workshops"),
    EDITIONS("Editions", "Archived briefings, and what became of their statements.", "editions|track-record"),
    SCHEDULES("Schedules", "Briefings at set times, and their delivery.", "schedules|deliveries"),
    JOBS("Jobs", "Batches evaluated in the background.", "jobs"),
    SCENARIOS("Scenarios", "Shipped and stored scenarios; scenarios as workbooks.", "scenarios|sheets"),
    RULE_BOOK("Rule book", "Indicators, rules and schemas.", "indicators|rules|schemas"),
    SERVICE("Service", "This document and the pages.", "");

    private final String title;
    private final String description;
    /** The first segments of the paths below {@code /api/v1}, as alternatives of a regular expression. */
    private final String segments;

    static List<Object> all() {
        return Arrays.stream(values())
                .<Object>map(tag -> keywords("name", tag.title, "description", tag.description))
                .toList();
    }

    static String of(String path) {
        return Arrays.stream(values())
                .filter(tag -> path.matches("/api/v1/(" + tag.segments + ")(?![a-z]).*"))
                .findFirst()
                .orElse(SERVICE)
                .title;
    }
}
