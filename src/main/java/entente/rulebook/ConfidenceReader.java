package entente.rulebook;

import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.rule.ConfidenceParameters;
import entente.model.rule.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the numbers of the confidence formula. */
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
            fields.only(parts);
            parts.forEach(fields::require);
        });
        Optional<Fields> levels = part(given, "levels", "high", "moderate");
        Optional<Fields> assumed = part(given, "assumed", "coverage", "sourceScore", "reason");
        Optional<Fields> age = part(given, "age", "freshYears", "worthlessYears", "reason");
        return new ConfidenceParameters(
                scores(given, "sourceReliability", List.of("A", "B", "C", "D", "E", "F")),
                scores(given, "sourceCredibility", List.of("1", "2", "3", "4", "5", "6")),
                figure(part(given, "ungraded", "score", "reason"), "score"),
                figure(assumed, "coverage"),
                figure(assumed, "sourceScore"),
                figure(age, "freshYears"),
                figure(age, "worthlessYears"),
                figure(part(levels, "high", "from", "reason"), "from"),
                figure(part(levels, "moderate", "from", "reason"), "from"),
                figure(part(given, "robustness", "stepDownBelow", "reason"), "stepDownBelow"),
                figure(part(given, "longViewYears", "years", "reason"), "years"),
                figure(part(given, "wideIntervalBands", "bands", "reason"), "bands"));
    }

    private static Optional<Fields> part(Optional<Fields> given, String name, String... names) {
        return given.flatMap(fields -> {
                    fields.require(name);
                    return fields.fields(name);
                })
                .map(fields -> fields.only(List.of(names)));
    }

    private static Parameter figure(Optional<Fields> fields, String name) {
        return fields.map(f -> YamlFields.figure(f, name)).orElse(NONE);
    }

    private Map<String, Parameter> scores(Optional<Fields> given, String name, List<String> words) {
        Map<String, Parameter> scores = new TreeMap<>();
        Optional<Fields> table = part(given, name, words.toArray(String[]::new));
        for (String word : words) {
            Optional<Fields> entry = part(table, word, "score", "reason");
            Parameter score = figure(entry, "score");
            if (score.value() < 0 || score.value() > 1) {
                entry.ifPresent(e -> problems.add(
                        e.pointer("score"), e.place("score"), "OUT_OF_RANGE", "A score lies between 0 and 1."));
            }
            scores.put(word, score);
        }
        return scores;
    }
}
