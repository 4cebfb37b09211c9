package entente.service.api;

import entente.report.json.JsonWriter;
import entente.service.archive.ArchivePage;
import entente.service.archive.ArchiveSummary;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of a page of stored assessments. */
final class ArchivePageJson {

    private ArchivePageJson() {}

    static String write(ArchivePage page) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(
                "assessments",
                page.entries().stream().map(ArchivePageJson::entry).toList());
        page.next().ifPresent(next -> root.put("next", next));
        return JsonWriter.write(root);
    }

    private static Map<String, Object> entry(ArchiveSummary summary) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", summary.rulesVersion());
        rules.put("sha256", summary.rulesSha256());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", summary.id().toString());
        entry.put("at", summary.at().toString());
        entry.put("scenario", summary.scenarioId());
        entry.put("title", summary.title());
        entry.put("scenarioSha256", summary.scenarioSha256());
        entry.put("percent", summary.percent());
        entry.put("band", summary.band().name());
        entry.put("engine", summary.engine());
        entry.put("rules", rules);
        entry.put("owner", summary.owner());
        return entry;
    }
}
