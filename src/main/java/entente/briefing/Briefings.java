package entente.briefing;

import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.track.Edition;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.briefing.Briefing;
import entente.report.briefing.BriefingWriter;
import entente.report.briefing.BriefingWriter.Basis;
import entente.report.briefing.BriefingWriter.Previous;
import entente.report.form.Hint;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.util.Optional;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.Getter;

/** Computes what briefings are written from, and writes them. */
public final class Briefings {

    @Getter
    private final LoadedRuleBook book;

    @Getter(AccessLevel.PACKAGE)
    private final Assessor assessor;

    @Getter
    private final Optional<LoadedRuleBook> rival;

    /** @param rival another reading of the same facts; empty for none */
    public Briefings(LoadedRuleBook book, Optional<LoadedRuleBook> rival) {
        this(book, rival, new Assessor(book));
    }

    public Briefings(LoadedRuleBook book, Optional<LoadedRuleBook> rival, Assessor assessor) {
        this.book = book;
        this.assessor = assessor;
        this.rival = rival;
    }

    /**
     * What to write.
     *
     * @param command reproduces the assessment
     * @param last the edition before in an archive
     * @param before its scenario; empty where that does not fit the present rules
     */
    public record Request(
            BriefingScenario scenario,
            LikelihoodScale scale,
            String command,
            Optional<Edition> last,
            Optional<Scenario> before) {

        public static Request first(BriefingScenario scenario, LikelihoodScale scale, String command) {
            return new Request(scenario, scale, command, Optional.empty(), Optional.empty());
        }

        public static Request first(BriefingScenario scenario, LikelihoodScale scale) {
            return first(scenario, scale, Hint.command("assess " + Hint.GENERIC.input()));
        }
    }

    /**
     * Reads one scenario for this book and the rival one.
     *
     * @param reading reads it with the reader that it is given
     * @param valid receives a valid scenario
     * @param refused receives the problems of an invalid one
     * @return what the one that was called returns
     */
    public <T> T read(
            Function<ScenarioReader, ScenarioResult> reading,
            Function<BriefingScenario, T> valid,
            Function<ScenarioResult.Refused, T> refused) {
        RuleBook own = book.book();
        Optional<RuleBook> other = rival.map(LoadedRuleBook::book);
        ScenarioResult first = reading.apply(reader());
        ScenarioResult second = other.map(rivals -> reading.apply(Vocabulary.reader(rivals, own)))
                .orElse(first);
        if (!(first instanceof ScenarioResult.Accepted mine)) {
            return refused.apply((ScenarioResult.Refused) first);
        }
        if (!(second instanceof ScenarioResult.Accepted theirs)) {
            return refused.apply((ScenarioResult.Refused) second);
        }
        return valid.apply(other.map(rivals -> new BriefingScenario(
                        Vocabulary.restrict(mine.scenario(), own),
                        Optional.of(Vocabulary.restrict(theirs.scenario(), rivals))))
                .orElseGet(() -> BriefingScenario.of(mine.scenario())));
    }

    /** Reads scenarios that use the vocabulary of this book or the rival one. */
    public ScenarioReader reader() {
        return rival.map(other -> Vocabulary.reader(book.book(), other.book()))
                .orElseGet(() -> new ScenarioReader(Vocabulary.of(book.book())));
    }

    /** How probable each verdict is, where the scenario says how probable the values of a reading are. */
    private Optional<ExplorationResult> exploration(Scenario scenario) {
        return scenario.readings().values().stream()
                        .anyMatch(reading -> reading.distribution().isPresent())
                ? Optional.of(new Exploration(assessor).explore(scenario))
                : Optional.empty();
    }

    public Briefing write(Request request) {
        Scenario own = request.scenario().own();
        Assessment now = assessor.assess(own);
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(assessor);
        SensitivityResult swings = sensitivity.analyze(now);
        Optional<Previous> previous = request.before().map(scenario -> {
            Assessment before = assessor.assess(scenario);
            return new Previous(new ScenarioContrasts(assessor).between(before, now), sensitivity.analyze(before));
        });
        Optional<Assessment> other =
                rival.flatMap(book -> request.scenario().forRival().map(new Assessor(book)::assess));
        return BriefingWriter.write(new Basis(
                swings,
                previous,
                request.last(),
                own.base().map(base -> new ScenarioContrasts(assessor).between(assessor.assess(base), now)),
                other,
                exploration(own),
                book.about().keyAssumptions(),
                book.about().article(),
                book.book().cards(),
                request.scale(),
                request.command()));
    }
}
