package entente.cli;

import entente.analysis.backtest.BacktestResult;
import entente.model.Problem;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.calibration.Calibration;
import entente.quality.calibration.Panel;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase;
import entente.quality.diff.RuleBookDiff;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.quality.lint.Linter.GeneratedFile;
import entente.report.csv.BacktestCsv;
import entente.report.csv.CalibrationCsv;
import entente.report.json.CaseJson;
import entente.report.json.InputSchemas;
import entente.report.json.LintJson;
import entente.report.json.ResultDocuments;
import entente.report.json.RuleBookDiffJson;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.text.CaseText;
import entente.report.text.LintText;
import entente.report.wording.RuleText.RuleBookText;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scoring.Assessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        description = "Inspect, check, compare, backtest and calibrate the rule book.",
        subcommands = {
            RulesCommand.ListRules.class,
            RulesCommand.Show.class,
            RulesCommand.Lint.class,
            RulesCommand.Test.class,
            RulesCommand.Diff.class,
            RulesCommand.RunBacktest.class,
            RulesCommand.Calibrate.class,
            RulesCommand.Fingerprint.class,
            RulesCommand.Compile.class
        })
final class RulesCommand extends BaseCommand {

    @Command(name = "list", description = "List all rules; md prints rules/README.md.")
    static final class ListRules extends BaseCommand {

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook open = book();
            out().print(format.render(
                    open.book().rules(),
                    ResultDocuments.RULES,
                    rules -> Answers.rules(open.book(), open.inventory()),
                    style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "show", description = "Show one rule with its complete card and its locations.")
    static final class Show extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "RULE", description = "The rule's id, or its sentence or a part of it.")
        private String wanted = "";

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook open = book();
            RuleBook book = open.book();
            Rule rule = RuleLookup.find(wanted, book);
            Map<String, List<String>> origin = RuleLookup.origin(rule, open, rulesFolder(), rulesName());
            out().print(format.render(
                    book.steps(rule.cardId()),
                    ResultDocuments.RULES,
                    rules -> Answers.rule(rule, book, origin),
                    style()));
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "fingerprint", description = "Print version, digest and digest of the texts of the rule book.")
    static final class Fingerprint extends BaseCommand {

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            out().print(book.version() + " " + book.sha256() + " " + book.textsSha256() + "\n");
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "compile", hidden = true, description = "Compile the rule book to a jar; used by the launcher.")
    static final class Compile extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "JAR", description = "Jar file to write.")
        private Path jar = Path.of("");

        @Override
        ExitCode run() throws Exception {
            RuleBooks.compile(rulesFolder(), jar);
            return ExitCode.SUCCESS;
        }
    }

    @Command(
            name = "lint",
            description = "Static checks of the rule book: contradictions, rules without effect, signs.")
    static final class Lint extends BaseCommand {

        @Mixin
        private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

        @Override
        ExitCode run() throws Exception {
            LintReport report = report();
            out().print(
                            format.json()
                                    ? LintJson.DOCUMENT.pretty(report)
                                    : new LintText(style(), rulesName()).write(report));
            return report.book().isEmpty()
                    ? ExitCode.CONFIGURATION
                    : report.clean() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        }

        private LintReport report() throws Exception {
            try {
                LoadedRuleBook book = book();
                return Linter.lint(book.book(), RuleBooks.locations(rulesFolder()), generatedFiles(book));
            } catch (RuleBookException wrong) {
                return Linter.invalid(wrong.faults());
            }
        }

        /** The files derived from the book, where they exist: its reference page, and the schema for scenarios beside it. */
        private List<GeneratedFile> generatedFiles(LoadedRuleBook open) throws IOException {
            String schema = "../scenarios/scenario.schema.json";
            Optional<GeneratedFile> page = content("README.md")
                    .filter(RuleBookText::isGenerated)
                    .map(text -> new GeneratedFile(
                            "README.md",
                            "rules list --format md",
                            text,
                            MarkdownPage.render(Answers.rules(open.book(), open.inventory()))));
            Optional<GeneratedFile> scenarioSchema = content(schema)
                    .map(text -> new GeneratedFile(
                            schema, "scenario schema scenario", text, InputSchemas.scenario(open.book())));
            return Stream.of(page, scenarioSchema).flatMap(Optional::stream).toList();
        }

        private Optional<String> content(String name) throws IOException {
            Path file = rulesFolder().resolve(name);
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        }
    }

    @Command(
            name = "test",
            description = "Run the cases of the rule book, and list the rules and thresholds that no case covers.")
    static final class Test extends BaseCommand {

        @Parameters(
                arity = "0..*",
                paramLabel = "CASE",
                description = "Case files without .json, or single entries as FILE/RULE. Default: all.")
        private List<String> names = new ArrayList<>();

        @Option(names = "--all", description = "List passed cases and every gap as well.")
        private boolean all;

        @Mixin
        private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook book = book();
            Path folder = CaseFiles.folder(rulesFolder());
            CaseFiles files = Files.isDirectory(folder)
                    ? CaseFiles.read(folder, book.book(), new FolderScenarioSource(List.of(home().scenarios())))
                    : new CaseFiles(List.of(), List.of());
            if (files.isEmpty()) {
                throw new CliException(ExitCode.NO_INPUT, "the rule book has no cases: not found: " + folder + ".");
            }
            List<RuleCase> wanted = selected(files);
            Assessor assessor = new Assessor(book);
            CaseReport report = new CaseReport(
                    book.book().version(),
                    book.book().sha256(),
                    wanted.stream().map(one -> one.run(assessor)).toList(),
                    files.refused().stream()
                            .filter(file -> isSelected(file.name()))
                            .toList(),
                    names.isEmpty() ? Optional.of(CaseReport.gaps(book.book(), assessor, wanted)) : Optional.empty());
            if (format.json()) {
                out().print(CaseJson.DOCUMENT.pretty(report));
            } else {
                if (!report.results().isEmpty()) {
                    out().print(new CaseText(style(), all).write(report));
                }
                report.refused()
                        .forEach(file -> printDiagnostic(ProblemText.of(file.name(), file.problems(), "not run")));
            }
            ExitCode code = report.failed().isEmpty() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
            return report.refused().isEmpty() ? code : ExitCode.INPUT_INVALID;
        }

        private boolean isSelected(String file) {
            return names.isEmpty()
                    || names.stream()
                            .anyMatch(name -> file.equals(name + ".json") || name.startsWith(stem(file) + "/"));
        }

        private static String stem(String file) {
            return file.substring(0, file.length() - ".json".length());
        }

        private List<RuleCase> selected(CaseFiles files) {
            TreeSet<String> known = new TreeSet<>();
            files.cases().forEach(one -> known.addAll(List.of(one.id(), one.file())));
            files.refused().forEach(file -> known.add(stem(file.name())));
            for (String name : names) {
                boolean inRefused = files.refused().stream().anyMatch(file -> name.startsWith(stem(file.name()) + "/"));
                if (!known.contains(name) && !inRefused) {
                    throw CliException.unknown("case " + name, name, known);
                }
            }
            return files.cases().stream()
                    .filter(one -> names.isEmpty() || names.contains(one.id()) || names.contains(one.file()))
                    .toList();
        }
    }

    @Command(name = "diff", description = "Compare two rule books: their differences, and the verdicts that move.")
    static final class Diff extends BaseCommand {

        @Parameters(
                arity = "1..2",
                paramLabel = "DIR|REVISION",
                description =
                        "Old and new rule book: folders, or git revisions such as HEAD~1. Default for the new one: "
                                + "the folder in --rules.")
        private List<Path> books = List.of();

        @Option(
                names = "--corpus",
                paramLabel = "FILE|DIR",
                description = "Scenarios to assess. Default: the shipped ones.")
        private @Nullable String corpus;

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Option(names = "--all", description = "Show every verdict that moves, and every rule.")
        private boolean all;

        @Option(names = "--exit-code", description = "Exit with 1 if a verdict flips: another band or relationship.")
        private boolean exitCode;

        @Override
        ExitCode run() throws Exception {
            if (books.size() > 2) {
                throw CliException.usage("rules diff takes at most two rule books, not " + books.size() + ".");
            }
            RuleBookPair pair =
                    new RuleBookPair(open(books.get(0)), open(books.size() == 1 ? rulesFolder() : books.get(1)));
            RuleBookPair.ScenarioPairs pairs = pair.read(this, corpus(corpus), ScenarioOverrides.NONE);
            if (pairs.all().isEmpty()) {
                return pairs.code();
            }
            RuleBookDiff diff =
                    RuleBookDiff.between(pair.first().loaded(), pair.second().loaded(), pairs.all());
            List<String> names = List.of(pair.first().name(), pair.second().name());
            out().print(format.render(
                    diff, RuleBookDiffJson.DOCUMENT, found -> Answers.rulesDiff(found, names, all), style()));
            boolean flipped = diff.verdicts().stream().anyMatch(RuleBookDiff.VerdictChange::flips);
            return pairs.code().orIf(exitCode && flipped, ExitCode.PARTIAL);
        }

        /** The book of a folder, or of the folder in {@code --rules} as committed in a git revision. */
        private RuleBookPair.NamedRuleBook open(Path given) throws RuleBookException {
            if (!given.toString().isEmpty() && Files.isDirectory(given)) {
                return RuleBookPair.open(this, given.toString(), given);
            }
            try (GitRulesFolder committed = GitRulesFolder.extract(rulesFolder(), given.toString())) {
                return RuleBookPair.open(this, given + ":" + rulesName(), committed.book());
            }
        }
    }

    @Command(name = "calibrate", description = "Measure the rule book by worlds that readers judged.")
    static final class Calibrate extends BaseCommand {

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE|-",
                description = "Files of judged worlds (their schema: scenario schema panel), or standard input.")
        private List<String> names = new ArrayList<>();

        @Option(names = "--sanity", description = "Measure the worlds of the sanity table alone.")
        private boolean sanity;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook book = book();
            Panel.Reader panels = new Panel.Reader(reader(book));
            ExitCode code = ExitCode.SUCCESS;
            for (Input input : inputs(names)) {
                Input.Content content = input.read();
                if (content.bytes().isEmpty()) {
                    printDiagnostic(input.displayName() + ": "
                            + content.fault().orElse("there is no file of judged worlds here") + ".");
                    code = code.orIf(true, ExitCode.NO_INPUT);
                    continue;
                }
                List<Problem> problems = panels.read(content.bytes().get(), input.parents());
                if (!problems.isEmpty()) {
                    printDiagnostic(ProblemText.of(input.displayName(), problems, "nothing was measured"));
                    code = ExitCode.INPUT_INVALID;
                }
            }
            Panel panel = sanity ? panels.panel().onlySanity() : panels.panel();
            if (code == ExitCode.SUCCESS && panel.worlds().isEmpty()) {
                printDiagnostic("entente: no file lists worlds of the sanity table, \"sanity\".");
                code = ExitCode.INPUT_INVALID;
            }
            if (code != ExitCode.SUCCESS) {
                return code;
            }
            Calibration calibration = Calibration.of(new Assessor(book), panel);
            out().print(format.render(
                    calibration,
                    ResultDocuments.CALIBRATION::pretty,
                    CalibrationCsv::write,
                    result -> Answers.calibration(result, sanity),
                    style()));
            return code;
        }
    }

    @Command(
            name = "backtest",
            description = "Compare verdicts on past scenarios with observed outcomes: hits and Brier score.")
    static final class RunBacktest extends ScenarioCommand {

        @Parameters(
                arity = "1..*",
                paramLabel = "DIR|FILE|ID|-",
                description =
                        "Folders of scenarios, scenario files, or standard input; those with \"observed\" are used.")
        private List<String> names = new ArrayList<>();

        @Option(names = "--all", description = "List the scenarios without an observed outcome.")
        private boolean all;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        ExitCode run() throws Exception {
            LoadedRuleBook book = book();
            ScenarioInputs scenarios = read(book, inputs(names));
            Optional<BacktestResult> result = BacktestResult.of(
                    new Assessor(book), TunedScenarios.on(home(), reader(book)), scenarios.distinct());
            if (result.isPresent()) {
                out().print(format.render(
                        result.get(),
                        ResultDocuments.BACKTEST::pretty,
                        BacktestCsv::write,
                        found -> Answers.backtest(found, all),
                        style()));
                return scenarios.code();
            }
            if (!scenarios.accepted().isEmpty()) {
                printDiagnostic("entente: no observed outcome: "
                        + (scenarios.accepted().size() == 1 ? "the scenario has no" : "none of the scenarios has")
                        + " \"observed\" field.");
                return scenarios.code().orIf(true, ExitCode.INPUT_INVALID);
            }
            return scenarios.code();
        }

        /**
         * Recognizes the histories with which the rules were developed: the shipped scenarios, by id or by readings. An edited
         * copy with the same id counts as the original, to be conservative.
         */
        record TunedScenarios(Set<String> ids, Set<Map<String, Optional<ValueRange>>> readings)
                implements Predicate<Scenario> {

            static TunedScenarios on(Home home, ScenarioReader reader) {
                FolderScenarioSource shipped = new FolderScenarioSource(List.of(home.scenarios()));
                Set<String> ids = new HashSet<>(shipped.ids());
                Set<Map<String, Optional<ValueRange>>> readings = new HashSet<>();
                for (String id : ids) {
                    // Another rule book may reject a shipped scenario; then only its id is compared.
                    if (shipped.find(id)
                                    .map(bytes -> reader.read(bytes, shipped))
                                    .orElse(null)
                            instanceof ScenarioResult.Accepted accepted) {
                        readings.add(values(accepted.scenario()));
                    }
                }
                return new TunedScenarios(ids, readings);
            }

            @Override
            public boolean test(Scenario scenario) {
                return ids.contains(scenario.id()) || readings.contains(values(scenario));
            }

            private static Map<String, Optional<ValueRange>> values(Scenario scenario) {
                Map<String, Optional<ValueRange>> values = new TreeMap<>();
                scenario.readings().forEach((id, reading) -> values.put(id, reading.range()));
                return values;
            }
        }
    }
}
