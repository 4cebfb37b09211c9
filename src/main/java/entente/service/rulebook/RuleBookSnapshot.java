package entente.service.rulebook;

import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.model.Problem;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.Getter;

/** A rule book with its assessor and scenario reader. A request uses one snapshot throughout. */
@Getter
public final class RuleBookSnapshot {

    /** Codes of malformed documents, as opposed to invalid content. */
    private static final Set<String> UNREADABLE = Set.of(
            "NOT_JSON",
            "NOT_XLSX",
            "NOT_UTF8",
            "EMPTY",
            "TRAILING_TEXT",
            "DUPLICATE_KEY",
            "TOO_DEEP",
            "TOO_LARGE",
            "TOO_LONG");

    private final LoadedRuleBook loadedRuleBook;

    /** Writes briefings, with the account of the rival book where there is one. */
    private final Briefings briefings;

    /** Infers each assessment with Drools. */
    private final Assessor assessor;

    private final ScenarioReader reader;
    private final ScenarioSource scenarioSource;

    /**
     * @param rival another reading of the same facts; empty for none
     * @param scenarioSource the scenarios that {@code extends} can name
     */
    public RuleBookSnapshot(LoadedRuleBook open, Optional<LoadedRuleBook> rival, ScenarioSource scenarioSource) {
        this.loadedRuleBook = open;
        this.assessor = new Assessor(open, open.drools());
        this.briefings = new Briefings(open, rival, assessor);
        this.reader = new ScenarioReader(Vocabulary.of(open.book()));
        this.scenarioSource = scenarioSource;
    }

    /** Another book alone, with the same scenarios. */
    RuleBookSnapshot of(LoadedRuleBook other) {
        return new RuleBookSnapshot(other, Optional.empty(), scenarioSource);
    }

    /** The rule book, and the rival one where there is one. */
    List<LoadedRuleBook> books() {
        return Stream.concat(Stream.of(loadedRuleBook), briefings.rival().stream())
                .toList();
    }

    /** The names that inputs can use. */
    public Vocabulary vocabulary() {
        return Vocabulary.of(book());
    }

    public RuleBook book() {
        return loadedRuleBook.book();
    }

    /** @throws ProblemException with all problems of the scenario in these bytes */
    public Scenario read(byte[] bytes) {
        return accepted(reader.read(bytes, scenarioSource, ScenarioOverrides.NONE));
    }

    /** @throws ProblemException with all problems of a refused scenario */
    public static Scenario accepted(ScenarioResult result) {
        if (result instanceof ScenarioResult.Accepted accepted) {
            return accepted.scenario();
        }
        throw refusal(((ScenarioResult.Refused) result).problems());
    }

    /**
     * A scenario for briefings.
     *
     * @param reading reads it with the reader that it is given
     * @throws ProblemException with all problems of the scenario
     */
    public BriefingScenario readForBriefing(Function<ScenarioReader, ScenarioResult> reading) {
        return briefings.read(reading, Function.identity(), refused -> {
            throw refusal(refused.problems());
        });
    }

    /** The problem of a malformed or invalid document. */
    public static ProblemException refusal(List<Problem> problems) {
        // A problem of one cell is a problem of content.
        boolean unreadable = problems.size() == 1
                && UNREADABLE.contains(problems.get(0).code())
                && problems.get(0).cell().isEmpty();
        int count = problems.size();
        return unreadable
                ? ProblemType.MALFORMED.problem("The body is malformed.", problems)
                : ProblemType.INVALID.problem(
                        "The scenario has " + count + (count == 1 ? " problem." : " problems."), problems);
    }
}
