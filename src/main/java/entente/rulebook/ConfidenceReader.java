package entente.rulebook;

import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.rule.ConfidenceParameters;
import entente.model.rule.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters of the confidence formula. */
final class ConfidenceReader {

    private static final Parameter NONE = new Parameter(0, "");

    private final ProblemCollector problems;

    ConfidenceReader(ProblemCollector problems) {
        this.problems = problems;
    }

    ConfidenceParameters read(Optional<Fields> given) {
        List<String> parts = List.of(
                "sourceReliability",
                "sourceCredibility",
                "ungraded",
                "assumed",
                "age",
                "levels",
                "robustness",
                "longViewYears",
                "wideIntervalBands");
        given.ifPresent(fields -> {
            fields.allowOnly(parts);
            parts.forEach(fields::require);
        });
        Optional<Fields> levels = part(given, "levels", "high", "moderate");
        Optional<Fields> assumed = part(given, "assumed", "coverage", "sourceScore", "reason");
        Optional<Fields> age = part(given, "age", "freshYears", "worthlessYears", "reason");
        return new ConfidenceParameters(
                scores(given, "sourceReliability", List.of("A", "B", "C", "D", "E", "F")),
                scores(given, "sourceCredibility", List.of("1", "2", "3", "4", "5", "6")),
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

    private static Optional<Fields> part(Optional<Fields> given, String name, String... names) {
        return given.flatMap(fields -> {
                    fields.require(name);
                    return fields.object(name);
                })
                .map(fields -> fields.allowOnly(List.of(names)));
    }

    private static Parameter parameter(Optional<Fields> fields, String name) {
        return fields.map(f -> YamlFields.parameter(f, name)).orElse(NONE);
    }

    private Map<String, Parameter> scores(Optional<Fields> given, String name, List<String> words) {
        Map<String, Parameter> scores = new TreeMap<>();
        Optional<Fields> table = part(given, name, words.toArray(String[]::new));
        for (String word : words) {
            Optional<Fields> entry = part(table, word, "score", "reason");
            Parameter score = parameter(entry, "score");
            if (score.value() < 0 || score.value() > 1) {
                entry.ifPresent(e -> problems.add(
                        e.pointer("score"), e.location("score"), "OUT_OF_RANGE", "A score lies between 0 and 1."));
            }
            scores.put(word, score);
        }
        return scores;
    }
}
