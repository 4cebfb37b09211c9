package entente.cli;

import entente.assessment.Assessor;
import entente.briefing.Csv;
import entente.briefing.Explain;
import entente.briefing.MarkdownBriefing;
import entente.briefing.TextBriefing;
import entente.domain.Assessment;
import entente.domain.Band;
import entente.domain.ScaleOfWords;
import entente.domain.Scenario;
import entente.json.AssessmentJson;
import entente.rules.OpenBook;
import entente.scenario.Overrides;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "assess", description = "Verdict and explanation of one scenario; a table of several or of a folder.")
final class AssessCommand extends Verb {

    /** How results are written. */
    enum Format {
        TEXT,
        JSON,
        NDJSON,
        CSV,
        MD
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Scenario files, folders of them, or standard input.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private Changes changes = new Changes();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, ndjson, csv or md. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--explain",
            paramLabel = "HOW",
            defaultValue = "SUMMARY",
            description = "summary or full. Default: summary.")
    private Explain explain = Explain.SUMMARY;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "ICD203",
            description = "Words of likelihood: icd203 or phia. Default: icd203.")
    private ScaleOfWords scale = ScaleOfWords.ICD203;

    @Option(
            names = "--fail-on",
            paramLabel = "BAND",
            description = "Exit with 3 when a likelihood lies in this band or above, such as roughly_even.")
    private @Nullable Band failOn;

    AssessCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    AssessCommand of(List<String> inputs) {
        names = inputs;
        return this;
    }

    @Override
    ExitCode run() throws Exception {
        OpenBook book = book();
        Inputs inputs = Inputs.of(names, terminal(), home());
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        Assessor assessor = new Assessor(book);
        return inputs.single() ? one(inputs.all().get(0), reader, assessor) : all(inputs.all(), reader, assessor);
    }

    private ExitCode one(Input input, ScenarioReader reader, Assessor assessor) {
        Scenarios scenarios = new Scenarios(this);
        Optional<Assessment> assessment =
                scenarios.next(input, reader, changes.overrides()).map(assessor::assess);
        assessment.map(this::written).ifPresent(out()::print);
        return code(scenarios, assessment.filter(this::reached).isPresent());
    }

    /** Each is read, assessed and written before the next, so that a folder of any size fits into memory. */
    private ExitCode all(List<Input> inputs, ScenarioReader reader, Assessor assessor) {
        Overrides overrides = changes.overrides();
        Scenarios scenarios = new Scenarios(this);
        AssessmentList list = AssessmentList.of(format, scale, style());
        boolean reached = false;
        try (ResultStream results = new ResultStream(out())) {
            for (int i = 0; i < inputs.size() && !out().checkError(); i++) {
                progress(i, inputs.size());
                Optional<Scenario> scenario = scenarios.next(inputs.get(i), reader, overrides);
                if (scenario.isPresent()) {
                    Assessment assessment = assessor.assess(scenario.get());
                    reached |= reached(assessment);
                    eraseProgress();
                    results.write(list.next(assessment));
                }
            }
            eraseProgress();
            results.write(list.end());
        }
        return code(scenarios, reached);
    }

    private boolean reached(Assessment assessment) {
        return failOn != null && assessment.verdict().likelihood().band().compareTo(failOn) >= 0;
    }

    private static ExitCode code(Scenarios scenarios, boolean reached) {
        ExitCode code = scenarios.code();
        return code == ExitCode.DONE && reached ? ExitCode.GATE : code;
    }

    private String written(Assessment assessment) {
        AssessmentJson json = new AssessmentJson(scale);
        return switch (format) {
            case TEXT -> new TextBriefing(scale, explain, style()).write(assessment);
            case MD -> new MarkdownBriefing(scale, explain).write(assessment);
            case CSV -> Csv.write(List.of(assessment), scale);
            case NDJSON -> json.line(assessment) + "\n";
            case JSON -> json.pretty(assessment);
        };
    }
}
