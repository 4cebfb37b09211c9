package entente.quality.cases;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Problem;
import entente.model.rule.RuleBook;
import entente.scenario.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Parses a case file: a sentence with one situation and its expectations, or with a list of them. Collects all
 * problems.
 */
@RequiredArgsConstructor
final class CaseParser {

    private static final List<String> COMMON_FIELDS = List.of("$schema", "sentence", "extends", "horizonYears", "asOf");
    static final List<String> SINGLE_CASE_FIELDS = fields("readings", "assumptions", "expect");
    static final List<String> CASE_LIST_FIELDS = fields("readings", "assumptions", "each");

    private final RuleBook book;
    private final ScenarioSource source;
    private final String name;
    private final ProblemCollector problems = new ProblemCollector();

    private static List<String> fields(String... own) {
        List<String> fields = new ArrayList<>(COMMON_FIELDS);
        fields.addAll(List.of(own));
        return List.copyOf(fields);
    }

    /** The cases of the file; valid only if there are no problems. */
    List<RuleCase> parse(byte[] bytes) {
        return Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), problems)
                .map(this::cases)
                .orElse(List.of());
    }

    List<Problem> problems() {
        return problems.all();
    }

    private List<RuleCase> cases(Fields file) {
        boolean many = file.has("each") && !file.has("expect");
        file.allowOnly(many ? CASE_LIST_FIELDS : SINGLE_CASE_FIELDS);
        file.text("$schema");
        CaseValues values = new CaseValues(book);
        String sentence = CaseValues.sentence(file);
        SituationParser situations = new SituationParser(book, source, problems, file, name, sentence);
        if (many) {
            return new CaseListParser(values, situations, name, sentence).cases(file);
        }
        file.require("readings");
        List<Expectation> expectations = new ExpectationParser(values).required(file);
        return situations
                .fileScenario()
                .map(scenario -> new Situation(Optional.empty(), scenario, expectations))
                .map(situation -> List.of(new RuleCase(name, sentence, List.of(situation))))
                .orElse(List.of());
    }
}
