package entente.cli;

import entente.analysis.exploration.Exploration;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.document.Text;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.report.csv.AssessmentTable;
import entente.report.csv.ResultTable;
import entente.report.form.Hint;
import entente.report.json.ExplanationJson;
import entente.report.json.ExplanationJson.Explanation;
import entente.report.json.ExplorationJson;
import entente.report.json.FlipJson;
import entente.report.json.SensitivityJson;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

abstract class SingleScenarioCommand extends ScenarioCommand {

    @Parameters(
            arity = "1",
            paramLabel = "FILE|ID|-",
            description = "A scenario file, the id of a shipped scenario, or standard input.")
    private String name = "";

    /** Checks the options before the scenario is read; returns the function from the scenario to the output. */
    abstract Function<Scenario, String> output(LoadedRuleBook book) throws Exception;

    /** Names the input in the commands that the output proposes. */
    final Hint hint() {
        return hint(name);
    }

    @Override
    final ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        Function<Scenario, String> output = output(book);
        if (Input.isFolder(name)) {
            throw CliException.usage(name + " is a folder; this command takes one scenario.");
        }
        ScenarioInputs scenarios = read(book, inputs(List.of(name)));
        scenarios.accepted().forEach(named -> out().print(output.apply(named.scenario())));
        return scenarios.code();
    }

    @Command(name = "explain", description = "Print the ledger: each rule, whether it fired, and by how much.")
    static final class Explain extends SingleScenarioCommand {

        @Option(
                names = "--rule",
                paramLabel = "RULE",
                description = "Only this rule, with its complete card: an id, or its sentence or a part of it.")
        private @Nullable String rule;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        Function<Scenario, String> output(LoadedRuleBook book) throws Exception {
            Optional<Rule> only = Optional.ofNullable(rule).map(wanted -> RuleLookup.find(wanted, book.book()));
            Map<String, List<String>> origin =
                    only.isEmpty() ? Map.of() : RuleLookup.origin(only.get(), book, rulesFolder(), rulesName());
            return scenario -> format.render(
                    new Explanation(new Assessor(book).assess(scenario), only.map(Rule::id)),
                    ExplanationJson.DOCUMENT::pretty,
                    explanation -> AssessmentTable.ledger(explanation.assessment(), explanation.rows()),
                    explanation -> explanation
                            .rule()
                            .map(id -> Answers.ledgerRule(explanation.assessment(), id, origin))
                            .orElseGet(() -> Answers.ledger(explanation.assessment())),
                    style());
        }
    }

    @Command(name = "flip", description = "Find all smallest sets of changes that reach another band.")
    static final class Flip extends SingleScenarioCommand {

        private static final int DEFAULT_LIMIT = 10;

        static final class Target {
            @Option(names = "--to", paramLabel = "BAND", description = "This band, such as likely or roughly_even.")
            private @Nullable Band to;

            @Option(names = "--up", description = "Any higher band.")
            private boolean up;

            @Option(names = "--down", description = "Any lower band.")
            @SuppressWarnings("unused") // the case in which neither of the others is given
            private boolean down;
        }

        @ArgGroup(exclusive = true, multiplicity = "1")
        private Target target = new Target();

        @Mixin
        private LockOption lock = new LockOption();

        @Option(
                names = "--max-size",
                paramLabel = "N",
                description = "Maximum number of changed readings, 1 to 4. Default: 3.")
        private int maxSize = 3;

        @Option(names = "--all", description = "Show every set, not only the first ten.")
        private boolean all;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        Function<Scenario, String> output(LoadedRuleBook book) {
            if (maxSize < 1 || maxSize > FlipSearch.MAX_SIZE) {
                throw CliException.usage("--max-size must be 1 to " + FlipSearch.MAX_SIZE + ", not " + maxSize + ".");
            }
            Set<String> locked = lock.locked(book.book().catalogue());
            FlipSearch flips = new FlipSearch(new Assessor(book));
            return scenario -> format.render(
                    flips.find(scenario, flipTarget(), locked, maxSize),
                    FlipJson.DOCUMENT::pretty,
                    result -> ResultTable.FLIP.write(result),
                    result -> hint().in(Answers.flip(result, all ? Integer.MAX_VALUE : DEFAULT_LIMIT)),
                    style());
        }

        private FlipTarget flipTarget() {
            Band to = target.to;
            return to != null ? FlipTarget.to(to) : target.up ? FlipTarget.UP : FlipTarget.DOWN;
        }
    }

    @Command(name = "sensitivity", description = "Show the effect of each reading alone, and tipping points.")
    static final class Sensitivity extends SingleScenarioCommand {

        @Option(names = "--all", description = "Show every reading, not only the largest swings.")
        private boolean all;

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        Function<Scenario, String> output(LoadedRuleBook book) {
            SensitivityAnalysis sensitivity = new SensitivityAnalysis(new Assessor(book));
            return scenario -> format.render(
                    sensitivity.analyze(scenario),
                    result -> SensitivityJson.write(result, all),
                    result -> ResultTable.SENSITIVITY.write(SensitivityJson.of(result, all)),
                    result -> hint().in(Answers.sensitivity(result, all)),
                    style());
        }
    }

    @Command(
            name = "explore",
            description = {
                "Count how probable each verdict is where readings are uncertain.",
                "Uncertain are readings with low and high or with weights of grades, in the file or by --set."
            })
    static final class Explore extends SingleScenarioCommand {

        @Option(
                names = "--given",
                paramLabel = "ID=GRADE",
                description = "Take a reading to have a grade, such as low. Repeatable.")
        private List<String> given = new ArrayList<>();

        @Option(
                names = "--unrated-any",
                description =
                        "Take every grade of an unrated reading as equally probable. Otherwise it counts for nothing.")
        private boolean unratedAny;

        @Option(
                names = "--discover",
                paramLabel = "BAND",
                description =
                        "Seek conditions under which the verdict is at least this band, or at most if it is below the most "
                                + "probable one.")
        private @Nullable Band discover;

        @Mixin
        private LockOption lock = new LockOption();

        @Mixin
        private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

        @Override
        Function<Scenario, String> output(LoadedRuleBook book) {
            Exploration exploration = new Exploration(new Assessor(book));
            Map<String, Grade> conditions = conditions(book.book().catalogue());
            Set<String> locked = lock.locked(book.book().catalogue());
            if (discover == null && !locked.isEmpty()) {
                throw CliException.usage("--lock is for --discover: no condition is sought on these readings.");
            }
            Optional<Discover> target = Optional.ofNullable(discover).map(band -> new Discover(band, locked));
            return scenario -> {
                ExplorationQuestion question = new ExplorationQuestion(scenario, conditions, unratedAny, target);
                CliException.refuse(exploration.impossible(question).stream()
                        .map(id -> "--given " + id + "=" + conditions.get(id)
                                + ": the reading has this grade in no case; it is certain, or its range excludes it.")
                        .toList());
                return format.render(
                        exploration.explore(question),
                        ExplorationJson.DOCUMENT::pretty,
                        result -> ResultTable.EXPLORATION.write(result),
                        result -> hint().in(Answers.exploration(result)),
                        style());
            };
        }

        private Map<String, Grade> conditions(Catalogue catalogue) {
            Map<String, Grade> conditions = new TreeMap<>();
            List<String> wrong = new ArrayList<>();
            byId(given).forEach((id, grades) -> {
                if (catalogue.find(id).isEmpty()) {
                    wrong.add(CliException.unknownMessage(
                            "indicator " + Text.printable(id) + " in --given", id, catalogue.ids()));
                }
                if (grades.size() > 1) {
                    wrong.add("--given " + id + " is given more than once, as " + String.join(" and ", grades) + ".");
                }
                for (String written : grades) {
                    Grade.named(written)
                            .ifPresentOrElse(
                                    grade -> conditions.put(id, grade),
                                    () -> wrong.add("--given " + id + "=" + Text.printable(written)
                                            + ": a grade is very_low, low, moderate, high, very_high or unknown."));
                }
            });
            CliException.refuse(wrong);
            return conditions;
        }
    }

    /** Readings that an answer must leave alone. */
    static final class LockOption {

        @Option(
                names = "--lock",
                paramLabel = "ID",
                split = ",",
                description = "Indicators or groups that must not change, or have no condition. Repeatable.")
        private List<String> lock = new ArrayList<>();

        /** @throws entente.cli.CliException if the catalogue has no such indicator or group */
        public Set<String> locked(Catalogue catalogue) {
            CliException.refuse(lock.stream()
                    .filter(id -> catalogue.indicatorIds(id).isEmpty())
                    .map(id -> CliException.unknownMessage(
                            "indicator or group " + Text.printable(id) + " to lock", id, catalogue.ids()))
                    .toList());
            return lock.stream()
                    .flatMap(id -> catalogue.indicatorIds(id).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
