package entente.cli;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.series.TimeSeries;
import entente.cli.ReportFormat.TableFormat;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.report.csv.ResultTable;
import entente.report.form.Hint;
import entente.report.json.SeriesJson;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.report.media.AssessmentSeries;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "assess", description = "Assess scenarios: the verdict explained, or a table of several.")
final class AssessCommand extends ScenarioCommand {

    /** The names of the media, for help and completion. */
    static final class MediaNames extends ArrayList<String> {
        MediaNames() {
            super(AssessmentMedia.STANDARD.names());
        }
    }

    enum InferenceMode {
        TABLES,
        DROOLS
    }

    private final AssessmentMedia media;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|ID|-",
            description = "Scenario files, NDJSON too, folders, ids of shipped scenarios, or standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = MediaNames.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
    private String format = AssessmentMedia.TEXT.name();

    @Option(names = "--explain", paramLabel = "LEVEL", description = "summary or full. Default: summary.")
    private DetailLevel explain = DetailLevel.SUMMARY;

    @Option(
            names = "--series",
            description = "Order the scenarios by date and show what moved the likelihood from each to the next.")
    private boolean series;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Likelihood scale: icd203 or phia. Default: icd203.")
    private LikelihoodScale scale = LikelihoodScale.ICD203;

    @Option(
            names = "--fail-on",
            paramLabel = "BAND",
            description = "Exit with 3 if a likelihood is in this band or above, such as roughly_even.")
    private @Nullable Band failOn;

    @Option(
            names = "--inference",
            paramLabel = "ENGINE",
            description = "tables or drools: what determines the rules that hold, the truth tables or a Drools session."
                    + " Default: tables.")
    private InferenceMode inference = InferenceMode.TABLES;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "With csv and ndjson, the rows: verdicts, groups, ledger, readings or changes. Default: "
                    + "verdicts with csv, whole assessments with ndjson.")
    private @Nullable AssessmentTable table;

    AssessCommand() {
        this(AssessmentMedia.STANDARD);
    }

    AssessCommand(AssessmentMedia media) {
        this.media = media;
    }

    AssessCommand of(List<String> inputs, String medium) {
        names = inputs;
        format = medium;
        return this;
    }

    @Override
    ExitCode run() throws Exception {
        AssessmentMedium medium = media.find(format.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> CliException.usage("--format must be one of " + String.join(", ", media.names())
                        + ", not " + Text.printable(format) + "." + Suggestion.sentence(format, media.names())));
        if (table != null && !medium.writesTables()) {
            String formats = media.all().stream()
                    .filter(AssessmentMedium::writesTables)
                    .map(AssessmentMedium::name)
                    .sorted()
                    .collect(Collectors.joining(" or "));
            throw CliException.usage("--table needs --format " + formats + ", not " + medium.name() + ".");
        }
        LoadedRuleBook book = book();
        List<Input> inputs = inputs(names);
        boolean single = inputs.size() == 1
                && !Input.isFolder(names.get(0))
                && !inputs.get(0).hasLines();
        ScenarioInputs scenarios = new ScenarioInputs(this, reader(book), overrides());
        if (!series && !(single && !medium.writesTables())) {
            scenarios.reportSlips(book.book());
        }
        Assessor assessor = inference == InferenceMode.TABLES ? new Assessor(book) : new Assessor(book, book.drools());
        if (series) {
            List<Input> all = inputs.stream().flatMap(Input::each).toList();
            return assessSeries(all, scenarios, assessor, medium.name());
        }
        Hint hint = single ? hint(inputs.get(0).name()) : Hint.GENERIC;
        AssessmentMedium.Options options = options(assessor, hint);
        return single
                ? assessOne(inputs.get(0), scenarios, assessor, one -> medium.write(one, options))
                : assessAll(inputs, scenarios, assessor, medium.series(options));
    }

    private ExitCode assessOne(
            Input input, ScenarioInputs scenarios, Assessor assessor, Function<Assessment, byte[]> writer) {
        Optional<Assessment> assessment = scenarios.next(input).map(assessor::assess);
        assessment.map(writer).ifPresent(out()::writeBytes);
        boolean reached = assessment.filter(this::reachesThreshold).isPresent();
        return scenarios.code().orIf(reached, ExitCode.THRESHOLD_REACHED);
    }

    /** Reads, assesses and writes one scenario at a time, so that a folder or file of any size fits into memory. */
    private ExitCode assessAll(List<Input> inputs, ScenarioInputs scenarios, Assessor assessor, AssessmentSeries list) {
        boolean reached = false;
        try (ResultStream results = new ResultStream(out())) {
            for (int i = 0; i < inputs.size() && !out().checkError(); i++) {
                progress(i + " of " + inputs.size());
                try (Stream<Input> each = inputs.get(i).each()) {
                    for (Iterator<Input> at = each.iterator(); at.hasNext() && !out().checkError(); ) {
                        Optional<Scenario> scenario = scenarios.next(at.next());
                        if (scenario.isPresent()) {
                            Assessment assessment = assessor.assess(scenario.get());
                            reached |= reachesThreshold(assessment);
                            eraseProgress();
                            results.write(list.next(assessment));
                        }
                    }
                }
            }
            eraseProgress();
            results.write(list.end());
        }
        return scenarios.code().orIf(reached, ExitCode.THRESHOLD_REACHED);
    }

    /** All valid scenarios in the order of their dates; lines of assessments are no series. */
    private ExitCode assessSeries(List<Input> inputs, ScenarioInputs scenarios, Assessor assessor, String medium) {
        TableFormat written = Arrays.stream(TableFormat.values())
                .filter(one -> one.name().equalsIgnoreCase(medium))
                .findFirst()
                .orElseThrow(() ->
                        CliException.usage("--series is written as text, json, csv, md or html, not " + medium + "."));
        scenarios.readAll(inputs).refuse(scenario -> scenario.asOf().isEmpty(), TimeSeries.NO_DATE);
        List<Scenario> dated = scenarios.distinct();
        if (dated.isEmpty()) {
            return scenarios.code();
        }
        TimeSeries found = TimeSeries.of(assessor, dated);
        out().print(written.render(
                found,
                SeriesJson.DOCUMENT::pretty,
                series -> ResultTable.SERIES.write(series),
                all -> Answers.series(all, scale, explain == DetailLevel.FULL),
                style()));
        boolean reached = found.all().stream().map(TimeSeries.Step::assessment).anyMatch(this::reachesThreshold);
        return scenarios.code().orIf(reached, ExitCode.THRESHOLD_REACHED);
    }

    private boolean reachesThreshold(Assessment assessment) {
        return failOn != null && assessment.likelihood().band().compareTo(failOn) >= 0;
    }

    private AssessmentMedium.Options options(Assessor assessor, Hint hint) {
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(assessor);
        return new AssessmentMedium.Options(
                scale,
                explain == DetailLevel.FULL ? Optional.of(sensitivity::drawsThatKeepBand) : Optional.empty(),
                style(),
                hint,
                Optional.ofNullable(table).map(one -> one.of(scale, sensitivity::analyze)));
    }
}
