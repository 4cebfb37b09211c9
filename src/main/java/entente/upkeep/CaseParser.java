package entente.upkeep;

import entente.document.Document;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Limits;
import entente.document.Problems;
import entente.domain.Problem;
import entente.domain.RuleBook;
import entente.scenario.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case file: a sentence over one situation with what is expected of it, or over a list of them. Everything
 * that is wrong with it goes to the problems.
 */
final class CaseParser {

    private static final List<String> SHARED = List.of("$schema", "sentence", "extends", "horizonYears", "asOf");
    static final List<String> ONE = fields("readings", "assumptions", "expect");
    static final List<String> MANY = fields("readings", "assumptions", "each");

    private final RuleBook book;
    private final Shelf shelf;
    private final String name;
    private final Problems problems = new Problems();

    CaseParser(RuleBook book, Shelf shelf, String name) {
        this.book = book;
        this.shelf = shelf;
        this.name = name;
    }

    private static List<String> fields(String... own) {
        List<String> fields = new ArrayList<>(SHARED);
        fields.addAll(List.of(own));
        return List.copyOf(fields);
    }

    /** The cases of the file; of no use where there are problems. */
    List<RuleCase> parse(byte[] bytes) {
        Document document = Documents.json(bytes, Limits.SCENARIO);
        problems.addAll(document.problems());
        return document.root()
                .flatMap(root -> Fields.of(root, "#", problems))
                .map(this::cases)
                .orElse(List.of());
    }

    List<Problem> problems() {
        return problems.all();
    }

    private List<RuleCase> cases(Fields file) {
        boolean many = file.has("each") && !file.has("expect");
        file.only(many ? MANY : ONE);
        file.text("$schema");
        CaseValues values = new CaseValues(book, problems);
        String sentence = values.sentence(file);
        SituationParser situations = new SituationParser(book, shelf, problems, file, name, sentence);
        if (many) {
            return new ListParser(values, problems, situations, name, sentence).cases(file);
        }
        file.require("readings");
        file.require("expect");
        List<Expectation> expectations = file.fields("expect")
                .map(expect -> new ExpectParser(values, problems).parse(expect))
                .orElse(List.of());
        return situations
                .alone()
                .map(scenario -> new Situation(Optional.empty(), scenario, expectations))
                .map(situation -> List.of(new RuleCase(name, sentence, List.of(situation))))
                .orElse(List.of());
    }
}
