package entente.quality.cases;

import entente.document.Fields;
import entente.model.Scenario;
import entente.quality.cases.RuleCase.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** Parses a list of cases in one file: thresholds of a rule, or named situations. */
@RequiredArgsConstructor
final class CaseListParser {

    private static final List<String> FIELDS =
            List.of("name", "sentence", "extends", "horizonYears", "asOf", "readings", "assumptions", "expect");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final CaseValues values;
    private final SituationParser situations;
    private final String file;
    private final String sentence;
    private final Set<String> names = new HashSet<>();

    List<RuleCase> cases(Fields root) {
        List<RuleCase> cases = new ArrayList<>();
        List<Fields> entries = root.objects("each");
        if (entries.isEmpty()) {
            root.at("each").reject("EMPTY", "There is no case in the list.");
        }
        for (Fields entry : entries) {
            cases.add(entry.has("name") ? named(entry) : threshold(entry));
        }
        return cases;
    }

    private RuleCase threshold(Fields entry) {
        String rule = entry.requiredText("rule").orElse("");
        if (!rule.isBlank() && values.ruleExists(rule, entry.at("rule"))) {
            checkUnique(entry, "rule", rule);
        }
        List<Situation> all = new ThresholdParser(situations).situations(entry, rule);
        return new RuleCase(file + "/" + rule, sentence, all);
    }

    private RuleCase named(Fields entry) {
        entry.allowOnly(FIELDS);
        Optional<String> given = entry.text("name");
        String name = given.orElse("");
        if (given.isPresent() && !NAME.matcher(name).matches()) {
            entry.at("name")
                    .reject(
                            "BAD_ID",
                            "A name has 1 to 64 lowercase letters, digits and hyphens, and does not begin with a hyphen.");
        } else if (given.isPresent()) {
            checkUnique(entry, "name", name);
        }
        List<Expectation> expectations = ExpectationParser.required(entry, values);
        Optional<Scenario> scenario = situations.scenario(
                Optional.of(entry), entry.object("readings").stream().toList());
        return new RuleCase(
                file + "/" + name,
                entry.has("sentence") ? CaseValues.sentence(entry) : sentence,
                scenario.map(s -> new Situation(Optional.empty(), s, expectations)).stream()
                        .toList());
    }

    private void checkUnique(Fields entry, String member, String name) {
        if (!names.add(name)) {
            entry.at(member).reject("DUPLICATE_CASE", "The list has more than one entry for " + name + ".");
        }
    }
}
