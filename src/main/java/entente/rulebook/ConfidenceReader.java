package entente.rulebook;

import static entente.rulebook.YamlFields.entries;
import static entente.rulebook.YamlFields.parameter;
import static entente.rulebook.YamlFields.part;

import entente.document.Fields;
import entente.model.rule.ConfidenceParameters;
import entente.model.rule.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters of the confidence formula. */
final class ConfidenceReader {

    private static final String[] PARTS = {
        "sourceReliability",
        "sourceCredibility",
        "ungraded",
        "assumed",
        "age",
        "levels",
        "robustness",
        "longViewYears",
        "wideIntervalBands"
    };

    private ConfidenceReader() {}

    static ConfidenceParameters read(Optional<Fields> given) {
        given.ifPresent(fields -> fields.allowOnly(PARTS));
        Optional<Fields> levels = part(given, "levels", "high", "moderate");
        Optional<Fields> assumed = part(given, "assumed", "coverage", "sourceScore", "reason");
        Optional<Fields> age = part(given, "age", "freshYears", "worthlessYears", "reason");
        return new ConfidenceParameters(
                scores(given, "sourceReliability", "A", "B", "C", "D", "E", "F"),
                scores(given, "sourceCredibility", "1", "2", "3", "4", "5", "6"),
                parameter(part(given, "ungraded", "score", "reason"), "score"),
                parameter(assumed, "coverage"),
                parameter(assumed, "sourceScore"),
                parameter(age, "freshYears"),
                parameter(age, "worthlessYears"),
                parameter(part(levels, "high", "from", "reason"), "from"),
                parameter(part(levels, "moderate", "from", "reason"), "from"),
                parameter(part(given, "robustness", "stepDownBelow", "reason"), "stepDownBelow"),
                parameter(part(given, "longViewYears", "years", "reason"), "years"),
                parameter(part(given, "wideIntervalBands", "bands", "reason"), "bands"));
    }

    private static Map<String, Parameter> scores(Optional<Fields> given, String name, String... keys) {
        Map<String, Parameter> scores = new TreeMap<>();
        entries(given.flatMap(g -> g.requiredObject(name)), List.of(keys), "score", "reason")
                .forEach((key, entry) -> {
                    Parameter score = parameter(entry, "score");
                    if (score.value() < 0 || score.value() > 1) {
                        entry.at("score").reject("OUT_OF_RANGE", "A score lies between 0 and 1.");
                    }
                    scores.put(key, score);
                });
        return scores;
    }
}
