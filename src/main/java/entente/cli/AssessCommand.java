package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Input;
import entente.cli.io.Inputs;
import entente.cli.io.ResultStream;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.csv.VerdictCsv;
import entente.report.json.AssessmentJson;
import entente.report.markdown.AssessmentMarkdown;
import entente.report.text.AssessmentText;
import entente.report.wording.DetailLevel;
import entente.report.wording.RuleIds;
import entente.rulebook.InferenceComparison;
import entente.rulebook.InferenceCounts;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "assess", description = "Assess scenarios: verdict and explanation of one, a table of several.")
final class AssessCommand extends ScenarioCommand {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        NDJSON,
        CSV,
        MD
    }

    /** Which inference determines the rules that hold. */
    enum InferenceMode {
        TABLES,
        DROOLS
    }

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|-", description = "Scenario files, folders, or standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, ndjson, csv or md. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--explain",
            paramLabel = "LEVEL",
            defaultValue = "SUMMARY",
            description = "summary or full. Default: summary.")
    private DetailLevel explain = DetailLevel.SUMMARY;

    @Option(names = "--ids", description = "Print the id of each rule beside its claim; with text and md.")
    private boolean ids;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "ICD203",
            description = "Likelihood scale: icd203 or phia. Default: icd203.")
    private LikelihoodScale scale = LikelihoodScale.ICD203;

    @Option(
            names = "--fail-on",
            paramLabel = "BAND",
            description = "Exit with 3 if a likelihood is in this band or above, such as roughly_even.")
    private @Nullable Band failOn;

    @Option(
            names = "--inference",
            paramLabel = "ENGINE",
            defaultValue = "TABLES",
            description = "tables or drools: also infer with Drools and stop if it differs from the truth tables."
                    + " Default: tables.")
    private InferenceMode inference = InferenceMode.TABLES;

    AssessCommand of(List<String> inputs) {
        names = inputs;
        return this;
    }

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        Inputs inputs = Inputs.of(names, terminal(), home());
        ScenarioInputs scenarios = new ScenarioInputs(this, reader(book), changes().overrides());
        Assessor assessor = inference == InferenceMode.TABLES
                ? new Assessor(book)
                : new Assessor(book, Optional.of(new InferenceComparison(book, new InferenceCounts())));
        return inputs.single()
                ? assessOne(inputs.all().get(0), scenarios, assessor)
                : assessAll(inputs.all(), scenarios, assessor);
    }

    private ExitCode assessOne(Input input, ScenarioInputs scenarios, Assessor assessor) {
        Optional<Assessment> assessment = scenarios.next(input).map(assessor::assess);
        assessment.map(this::render).ifPresent(out()::print);
        return code(scenarios, assessment.filter(this::reachesThreshold).isPresent());
    }

    /** Reads, assesses and writes one scenario at a time, so that a folder of any size fits into memory. */
    private ExitCode assessAll(List<Input> inputs, ScenarioInputs scenarios, Assessor assessor) {
        AssessmentList list = AssessmentList.of(format, scale, style());
        boolean reached = false;
        try (ResultStream results = new ResultStream(out())) {
            for (int i = 0; i < inputs.size() && !out().checkError(); i++) {
                progress(i, inputs.size());
                Optional<Scenario> scenario = scenarios.next(inputs.get(i));
                if (scenario.isPresent()) {
                    Assessment assessment = assessor.assess(scenario.get());
                    reached |= reachesThreshold(assessment);
                    eraseProgress();
                    results.write(list.next(assessment));
                }
            }
            eraseProgress();
            results.write(list.end());
        }
        return code(scenarios, reached);
    }

    private boolean reachesThreshold(Assessment assessment) {
        return failOn != null && assessment.verdict().likelihood().band().compareTo(failOn) >= 0;
    }

    private static ExitCode code(ScenarioInputs scenarios, boolean reached) {
        ExitCode code = scenarios.code();
        return code == ExitCode.SUCCESS && reached ? ExitCode.THRESHOLD_REACHED : code;
    }

    private String render(Assessment assessment) {
        AssessmentJson json = new AssessmentJson(scale);
        Assessment shown = ids ? RuleIds.shown(assessment) : assessment;
        return switch (format) {
            case TEXT -> new AssessmentText(scale, explain, style()).write(shown);
            case MD -> new AssessmentMarkdown(scale, explain).write(shown);
            case CSV -> VerdictCsv.write(List.of(assessment), scale);
            case NDJSON -> json.line(assessment) + "\n";
            case JSON -> json.pretty(assessment);
        };
    }
}
