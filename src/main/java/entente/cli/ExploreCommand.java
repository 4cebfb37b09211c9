package entente.cli;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.InputFile;
import entente.cli.io.ProblemText;
import entente.cli.usage.LockOption;
import entente.cli.usage.ReportFormat;
import entente.cli.usage.UnratedOption;
import entente.cli.usage.UsageMessages;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Scenario;
import entente.model.exploration.DiscoveryTarget;
import entente.model.exploration.ExplorationQuestion;
import entente.model.exploration.World;
import entente.report.csv.ExplorationCsv;
import entente.report.json.ExplorationJson;
import entente.report.question.ExplorationReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ExplorationQuestionParser;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explore",
        description = {
            "Count how probable each verdict is where readings are uncertain.",
            "Uncertain are readings with low and high or with weights of grades, in the file or by --set."
        })
final class ExploreCommand extends SingleScenarioCommand {

    @Option(
            names = "--given",
            paramLabel = "ID=GRADE",
            description = "Take a reading to have a grade, such as low. Repeatable.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "Worlds on which readings depend: {\"world\": [{\"p\": 0.3, \"grades\": {…}}, …]}.")
    private @Nullable Path world;

    @Mixin
    private UnratedOption unrated = new UnratedOption();

    @Option(
            names = "--index",
            paramLabel = "percent|BAND",
            description =
                    "What the indices explain: the likelihood, or whether the verdict is this band, neither lower nor higher. "
                            + "Default: percent.")
    private String index = "percent";

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
        List<World> worlds = worlds(book);
        if (!ExplorationQuestionParser.isIndex(index)) {
            throw CliException.unknown("band \"" + Text.printable(index) + "\" for --index", index, Band.names());
        }
        Optional<Band> explained = Band.named(index);
        Set<String> locked = lock.locked(book.book().catalogue());
        if (discover == null && !locked.isEmpty()) {
            throw CliException.usage("--lock is for --discover: no condition is sought on these readings.");
        }
        Optional<DiscoveryTarget> target = Optional.ofNullable(discover).map(band -> new DiscoveryTarget(band, locked));
        return scenario -> {
            ExplorationQuestion question =
                    new ExplorationQuestion(scenario, conditions, worlds, unrated.any(), explained, target);
            exploration.impossible(question).forEach(id -> {
                throw CliException.usage("--given " + id + "=" + conditions.get(id)
                        + ": the reading has this grade in no case; it is certain, or its range excludes it.");
            });
            ExplorationResult found = exploration.explore(question, this::progressShare);
            eraseProgress();
            return format.render(
                    found,
                    ExplorationJson.DOCUMENT::pretty,
                    ExplorationCsv::write,
                    result -> hint().in(ExplorationReport.of(result)),
                    style());
        };
    }

    private Map<String, Grade> conditions(Catalogue catalogue) {
        Map<String, Grade> conditions = new TreeMap<>();
        given.forEach((id, written) -> {
            if (catalogue.find(id).isEmpty()) {
                throw UsageMessages.unknownIndicator(
                        "indicator " + Text.printable(id) + " in --given", id, catalogue.idsOrGroupsLike(id));
            }
            Grade grade = Grade.named(written)
                    .orElseThrow(() -> CliException.usage("--given " + id + "=" + Text.printable(written)
                            + ": a grade is very_low, low, moderate, high, very_high or unknown."));
            conditions.put(id, grade);
        });
        return conditions;
    }

    private List<World> worlds(LoadedRuleBook book) {
        if (world == null) {
            return List.of();
        }
        InputFile.Content content = InputFile.read(world);
        byte[] bytes = content.bytes()
                .orElseThrow(() -> new CliException(
                        ExitCode.NO_INPUT,
                        content.fault()
                                .map(fault -> world + ": " + fault + ".")
                                .orElse("there is no file " + world + ".")));
        ProblemCollector problems = ProblemCollector.bounded();
        List<World> worlds = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), problems)
                .map(fields -> {
                    fields.require(ExplorationQuestionParser.WORLD);
                    return new ExplorationQuestionParser(Vocabulary.of(book.book()))
                            .worlds(fields.allowOnly(ExplorationQuestionParser.WORLD));
                })
                .orElse(List.of());
        if (!problems.isEmpty()) {
            throw new CliException(
                    ExitCode.INPUT_INVALID, ProblemText.of(world.toString(), problems.all(), "not explored"));
        }
        return worlds;
    }
}
