package entente.service.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags that group operations in the OpenAPI document. */
enum ApiTags {
    ASSESSMENTS("Assessments", "Assess scenarios; validate, store and verify."),
    WHAT_IF("What if", "What would change a verdict, and differences between scenarios."),
    JOBS("Jobs", "Batches evaluated in the background."),
    SCENARIOS("Scenarios", "Shipped and stored scenarios."),
    RULE_BOOK("Rule book", "Indicators, rules and schemas."),
    SERVICE("Service", "This document and the pages.");

    private static final Pattern SEGMENT = Pattern.compile("/api/v1/([a-z]+).*");

    private static final Map<String, ApiTags> BY_SEGMENT = Map.ofEntries(
            Map.entry("assessments", ASSESSMENTS),
            Map.entry("validations", ASSESSMENTS),
            Map.entry("comparisons", WHAT_IF),
            Map.entry("flips", WHAT_IF),
            Map.entry("sensitivities", WHAT_IF),
            Map.entry("jobs", JOBS),
            Map.entry("scenarios", SCENARIOS),
            Map.entry("indicators", RULE_BOOK),
            Map.entry("rules", RULE_BOOK),
            Map.entry("schemas", RULE_BOOK));

    private final String title;
    private final String description;

    ApiTags(String word, String says) {
        this.title = word;
        this.description = says;
    }

    static List<Object> all() {
        List<Object> all = new ArrayList<>();
        for (ApiTags tag : values()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", tag.title);
            members.put("description", tag.description);
            all.add(members);
        }
        return all;
    }

    static String of(String path) {
        Matcher segment = SEGMENT.matcher(path);
        return segment.matches() ? BY_SEGMENT.getOrDefault(segment.group(1), SERVICE).title : SERVICE.title;
    }
}
