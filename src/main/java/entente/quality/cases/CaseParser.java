package entente.quality.cases;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Problem;
import entente.model.rule.RuleBook;
import entente.quality.cases.RuleCase.Situation;
import entente.scenario.ScenarioSource;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Parses a case file: a sentence with one situation and its expectations, or with a list of them. Collects all
 * problems.
 */
@RequiredArgsConstructor
final class CaseParser {

    private final RuleBook book;
    private final ScenarioSource source;
    private final String name;
    private final ProblemCollector problems = new ProblemCollector();

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
        String own = many ? "each" : "expect";
        file.allowOnly(
                List.of("$schema", "sentence", "extends", "horizonYears", "asOf", "readings", "assumptions", own));
        file.text("$schema");
        CaseValues values = new CaseValues(book);
        String sentence = CaseValues.sentence(file);
        SituationParser situations = new SituationParser(book, source, problems, file, name, sentence);
        if (many) {
            return new CaseListParser(values, situations, name, sentence).cases(file);
        }
        file.require("readings");
        List<Expectation> expectations = ExpectationParser.required(file, values);
        return situations
                .scenario(Optional.empty(), List.of())
                .map(scenario -> new Situation(Optional.empty(), scenario, expectations))
                .map(situation -> List.of(new RuleCase(name, sentence, List.of(situation))))
                .orElse(List.of());
    }
}
