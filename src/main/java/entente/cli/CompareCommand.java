package entente.cli;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.report.csv.ResultTable;
import entente.report.json.ContrastJson;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Compare scenarios with the first one, and attribute differences.",
            "",
            "--set, --assumptions and --without change every scenario except the first. A single scenario is compared "
                    + "with its unchanged original."
        })
final class CompareCommand extends ScenarioCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|ID|-",
            description =
                    "Scenario files, folders, ids of shipped scenarios, or standard input; the others are compared "
                            + "with the first.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Option(names = "--exit-code", description = "Exit with 1 if a band or a relationship differs.")
    private boolean exitCode;

    @Override
    ExitCode run() throws Exception {
        ScenarioOverrides overrides = overrides();
        LoadedRuleBook book = book();
        List<Input> inputs = inputs(names);
        ScenarioInputs first =
                new ScenarioInputs(this, reader(book), ScenarioOverrides.NONE).readAll(inputs.subList(0, 1));
        if (inputs.size() == 1 && first.accepted().isEmpty()) {
            return first.code();
        }
        ScenarioInputs others = new ScenarioInputs(this, reader(book), overrides).readAll(others(inputs, overrides));
        if (first.accepted().isEmpty() || others.accepted().isEmpty()) {
            return first.accepted().isEmpty() ? first.code() : others.code();
        }
        List<ScenarioContrast> found = new ScenarioContrasts(new Assessor(book))
                .withFirst(Stream.concat(first.accepted().stream().limit(1), others.accepted().stream())
                        .map(named -> named.scenario())
                        .toList());
        out().print(format.render(
                found,
                ContrastJson.DOCUMENT::pretty,
                contrast -> ResultTable.COMPARISON.write(contrast),
                Answers::contrast,
                style()));
        boolean flipped = found.stream()
                .anyMatch(c -> c.before().verdict().differsFrom(c.after().verdict()));
        return others.code().orIf(exitCode && flipped, ExitCode.PARTIAL);
    }

    private static List<Input> others(List<Input> inputs, ScenarioOverrides overrides) {
        if (inputs.size() > 1) {
            return inputs.subList(1, inputs.size());
        }
        if (overrides.isEmpty()) {
            throw CliException.usage(
                    "a single scenario cannot be compared: add another, or change it with --set, --assumptions or "
                            + "--without.");
        }
        return inputs;
    }
}
