package entente.cli;

import entente.assessment.Assessor;
import entente.briefing.Csv;
import entente.briefing.Explain;
import entente.briefing.MarkdownBriefing;
import entente.briefing.TextBriefing;
import entente.briefing.VerdictTable;
import entente.domain.Assessment;
import entente.domain.Band;
import entente.domain.ScaleOfWords;
import entente.json.AssessmentJson;
import entente.rules.OpenBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.List;
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
        Scenarios scenarios = Scenarios.read(this, inputs, reader, changes.overrides());
        Assessor assessor = new Assessor(book);
        List<Assessment> assessments = scenarios.accepted().stream()
                .map(named -> assessor.assess(named.scenario()))
                .toList();
        if (!assessments.isEmpty()) {
            write(assessments, inputs.single());
        }
        ExitCode code = scenarios.code();
        Band gate = failOn;
        boolean reached = gate != null
                && assessments.stream()
                        .anyMatch(a -> a.verdict().likelihood().band().compareTo(gate) >= 0);
        return code == ExitCode.DONE && reached ? ExitCode.GATE : code;
    }

    private void write(List<Assessment> assessments, boolean single) {
        AssessmentJson json = new AssessmentJson(scale);
        switch (format) {
            case TEXT ->
                out().print(
                                single
                                        ? new TextBriefing(scale, explain, style()).write(assessments.get(0))
                                        : VerdictTable.text(assessments, scale, style()));
            case MD ->
                out().print(
                                single
                                        ? new MarkdownBriefing(scale, explain).write(assessments.get(0))
                                        : VerdictTable.markdown(assessments, scale));
            case CSV -> out().print(Csv.write(assessments, scale));
            case NDJSON -> assessments.forEach(a -> out().print(json.line(a) + "\n"));
            case JSON -> out().print(single ? json.pretty(assessments.get(0)) : list(json, assessments));
        }
    }

    private static String list(AssessmentJson json, List<Assessment> assessments) {
        List<String> items =
                assessments.stream().map(json::pretty).map(String::strip).toList();
        return "[\n" + String.join(",\n", items) + "\n]\n";
    }
}
