package entente.cli;

import entente.analysis.backtest.BacktestResult;
import entente.briefing.Briefings;
import entente.cli.BriefCommand.NamedFolder;
import entente.document.Text;
import entente.model.Problem;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.calibration.BookProposal;
import entente.quality.calibration.Calibration;
import entente.quality.calibration.Calibration.StrengthChange;
import entente.quality.calibration.Panel;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.ScenarioVersions;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.report.csv.ResultTable;
import entente.report.json.LintJson;
import entente.report.json.ResultDocuments;
import entente.report.json.RuleBookDiffJson;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scoring.Assessor;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;
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
                                    : TextRenderer.render(Answers.lint(report, rulesName()), style()));
            return report.book().isEmpty()
                    ? ExitCode.CONFIGURATION
                    : report.clean() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        }

        private LintReport report() throws Exception {
            try {
                return Linter.lint(book().book(), RuleBooks.locations(rulesFolder()));
            } catch (RuleBookException wrong) {
                return Linter.invalid(wrong.faults());
            }
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
                    RuleBookVersion.of(book.book()),
                    wanted.stream().map(one -> one.run(assessor)).toList(),
                    files.refused().stream()
                            .filter(file -> isSelected(file.name()))
                            .toList(),
                    names.isEmpty() ? Optional.of(CaseReport.gaps(book.book(), assessor, wanted)) : Optional.empty());
            if (format.json()) {
                out().print(ResultDocuments.CASES.pretty(report));
            } else {
                if (!report.results().isEmpty()) {
                    out().print(TextRenderer.render(Answers.cases(report, all), style()));
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
            List<GitRulesFolder> committed = new ArrayList<>();
            try {
                NamedFolder first = folder(books.get(0), committed);
                NamedFolder second =
                        books.size() == 1 ? new NamedFolder(rulesFolder()) : folder(books.get(1), committed);
                return compare(first, second);
            } finally {
                committed.forEach(GitRulesFolder::close);
            }
        }

        /** That of the given name, or else the folder in {@code --rules} as committed in the git revision of this name. */
        private NamedFolder folder(Path given, List<GitRulesFolder> committed) {
            if (!given.toString().isEmpty() && Files.isDirectory(given)) {
                return new NamedFolder(given);
            }
            committed.add(GitRulesFolder.extract(rulesFolder(), given.toString()));
            return new NamedFolder(
                    committed.get(committed.size() - 1).book(), Text.printable(given.toString()) + ":" + rulesName());
        }

        private ExitCode compare(NamedFolder first, NamedFolder second) throws Exception {
            Briefings both = BriefCommand.briefings(this, first, second);
            ScenarioInputs scenarios = new ScenarioInputs(this, both.reader(), ScenarioOverrides.NONE);
            List<ScenarioVersions> versions = corpus(corpus).stream()
                    .flatMap(input -> scenarios.next(input, both).stream())
                    .map(read ->
                            new ScenarioVersions(read.own(), read.forRival().orElseThrow()))
                    .toList();
            if (versions.isEmpty()) {
                return scenarios.code();
            }
            RuleBookDiff diff = RuleBookDiff.between(both.book(), both.rival().orElseThrow(), versions);
            List<String> names = List.of(first.shown(), second.shown());
            out().print(format.render(
                    diff, RuleBookDiffJson.DOCUMENT, found -> Answers.rulesDiff(found, names, all), style()));
            boolean flipped = diff.verdicts().stream().anyMatch(RuleBookDiff.VerdictChange::flips);
            return scenarios.code().orIf(exitCode && flipped, ExitCode.PARTIAL);
        }
    }

    @Command(
            name = "calibrate",
            description =
                    "Measure the rule book by worlds that readers judged, and list the strengths that fit better.")
    static final class Calibrate extends BaseCommand {

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE|-",
                description = "Files of judged worlds (their schema: scenario schema panel), or standard input.")
        private List<String> names = new ArrayList<>();

        @Option(names = "--sanity", description = "Measure the worlds of the sanity table alone, and fit nothing.")
        private boolean sanity;

        @Option(
                names = "--propose",
                paramLabel = "DIR",
                description =
                        "Write a copy of the rule book in which each claim has the strength nearest to its fitted size.")
        private @Nullable Path proposal;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        ExitCode run() throws Exception {
            if (sanity && proposal != null) {
                throw CliException.usage("--propose needs a fit to all worlds, which --sanity leaves out.");
            }
            String[] held = proposal == null ? null : proposal.toFile().list();
            if (proposal != null && Files.exists(proposal) && (held == null || held.length > 0)) {
                throw new CliException(
                        ExitCode.CANNOT_CREATE, proposal + " exists and is no empty folder; nothing was written.");
            }
            LoadedRuleBook book = book();
            Panel.Reader panels = new Panel.Reader(reader(book));
            ExitCode code = ExitCode.SUCCESS;
            for (Input input : inputs(names)) {
                Input.Content content = input.read();
                if (content.bytes().isEmpty()) {
                    printDiagnostic(input.missingMessage(content, "file of judged worlds"));
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
            Calibration calibration = Calibration.of(new Assessor(book), panel, !sanity);
            if (proposal != null) {
                propose(calibration, proposal);
            }
            out().print(format.render(
                    calibration,
                    ResultDocuments.CALIBRATION::pretty,
                    measured -> ResultTable.CALIBRATION.write(measured),
                    result -> Answers.calibration(result, sanity),
                    style()));
            return code;
        }

        private void propose(Calibration calibration, Path target) throws Exception {
            List<StrengthChange> changes =
                    calibration.refit().map(Calibration.Refit::strengths).orElseThrow();
            BookProposal.write(rulesFolder(), RuleBooks.locations(rulesFolder()), changes, target);
            book(target);
            printInfo("entente: " + Text.printable(target.toString()) + " holds the rule book with "
                    + Wording.plural(changes.size(), "changed strength") + ".");
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
                        found -> ResultTable.BACKTEST.write(found),
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

    /**
     * The files of a rule book as committed in a git revision, in a temporary folder that {@link #close} removes. The
     * repository is only read.
     *
     * @param book the folder to open as a rule book
     */
    record GitRulesFolder(Path temporary, Path book) implements AutoCloseable {

        /** No leading hyphen, so that git does not take it for an option; no colon, which would name a path. */
        private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_@][A-Za-z0-9_@{}./~^+-]{0,199}");

        private static final String CATALOGUE = "indicators.yaml";

        private record Output(int code, byte[] bytes) {

            String text() {
                return new String(bytes, StandardCharsets.UTF_8).strip();
            }
        }

        /** @throws CliException if git, the repository, the revision or the folder in it does not exist */
        static GitRulesFolder extract(Path rules, String revision) {
            if (!REVISION.matcher(revision).matches()) {
                throw CliException.usage(revision + " is neither a folder nor the name of a git revision.");
            }
            Path folder = rules.toAbsolutePath().normalize();
            // A book without a catalogue shares the one of the folder above.
            Optional<Path> parent = Optional.ofNullable(folder.getParent())
                    .filter(above ->
                            !Files.exists(folder.resolve(CATALOGUE)) && Files.exists(above.resolve(CATALOGUE)));
            Path root = parent.orElse(folder);
            if (!Files.isDirectory(root)
                    || git(root, "rev-parse", "--is-inside-work-tree").code() != 0) {
                throw missing(revision + " is not a folder, and " + rules + " is not in a git repository.");
            }
            Output commit = git(root, "rev-parse", "--quiet", "--verify", revision + "^{commit}");
            if (commit.code() != 0) {
                throw missing("there is no folder and no git revision " + revision + ".");
            }
            if (git(root, "cat-file", "-e", commit.text() + ":./").code() != 0) {
                throw missing("git revision " + revision + " has no folder " + rules + ".");
            }
            Output archive = git(root, "archive", "--format=zip", commit.text());
            if (archive.code() != 0) {
                throw missing("git cannot read " + rules + " in revision " + revision + ".");
            }
            Path temporary = Uncheck.get(() -> Files.createTempDirectory("entente-rules"));
            GitRulesFolder extracted = new GitRulesFolder(
                    temporary,
                    parent.map(above -> temporary.resolve(above.relativize(folder)))
                            .orElse(temporary));
            try {
                Uncheck.run(() -> unpack(archive.bytes(), temporary));
                if (!Files.isDirectory(extracted.book())) {
                    throw missing("git revision " + revision + " has no folder " + rules + ".");
                }
                return extracted;
            } catch (UncheckedIOException | CliException failed) {
                extracted.close();
                throw failed;
            }
        }

        private static CliException missing(String message) {
            return new CliException(ExitCode.CONFIGURATION, message);
        }

        private static Output git(Path folder, String... arguments) {
            List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // The repository is that of the folder, also when a git hook runs this command.
            builder.environment()
                    .keySet()
                    .removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
            try {
                Process process = builder.start();
                byte[] bytes = process.getInputStream().readAllBytes();
                return new Output(process.waitFor(), bytes);
            } catch (IOException notInstalled) {
                throw missing("git is needed to read a revision, and it could not be started.");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw missing("reading the git revision was interrupted.");
            }
        }

        /** Writes the rule book files; a link in the repository becomes a file with the name of its target. */
        private static void unpack(byte[] archive, Path folder) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    Path file = folder.resolve(entry.getName()).normalize();
                    if (file.startsWith(folder) && entry.getName().matches(".*\\.(drl|yaml)")) {
                        Files.createDirectories(Objects.requireNonNull(file.getParent()));
                        Files.write(file, zip.readAllBytes());
                    }
                }
            }
        }

        @Override
        public void close() {
            Uncheck.run(() -> FileUtils.deleteDirectory(temporary.toFile()));
        }
    }
}
