package entente.cli;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.cli.io.CliException;
import entente.cli.usage.LockOption;
import entente.cli.usage.ReportFormat;
import entente.cli.usage.UsageMessages;
import entente.document.Text;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Scenario;
import entente.model.exploration.ExplorationQuestion;
import entente.model.exploration.ExplorationQuestion.Discover;
import entente.report.csv.ExplorationCsv;
import entente.report.json.ExplorationJson;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.LinkedHashMap;
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
                    result -> hint().in(Answers.exploration(result)),
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
}
