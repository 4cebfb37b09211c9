package entente.report.json;

import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verdict in short, as comparisons and batches hold it. */
public final class VerdictJson {

    private VerdictJson() {}

    /** A scenario with its verdict. */
    public static Map<String, Object> of(Assessment assessment) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", assessment.scenario().id());
        entry.put("title", assessment.scenario().title());
        assessment.scenario().asOf().ifPresent(date -> entry.put("asOf", date.toString()));
        entry.put("sha256", assessment.scenario().sha256());
        entry.putAll(verdict(assessment));
        return entry;
    }

    static Map<String, Object> verdict(Assessment assessment) {
        Verdict verdict = assessment.verdict();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("percent", verdict.likelihood().value());
        entry.put("band", verdict.likelihood().band().name());
        entry.put("lowPercent", verdict.interval().low().value());
        entry.put("highPercent", verdict.interval().high().value());
        verdict.relationship().ifPresent(state -> entry.put("relationship", state.name()));
        entry.put("relationships", names(verdict.relationships()));
        entry.put("commitment", verdict.commitment().name());
        entry.put("flags", names(verdict.flags().stream().sorted().toList()));
        entry.put("confidence", assessment.confidence().level().name());
        return entry;
    }

    static Map<String, Object> rules(Assessment assessment) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("version", assessment.provenance().rulesVersion());
        entry.put("sha256", assessment.provenance().rulesSha256());
        return entry;
    }

    static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
