package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.model.Commitment;
import entente.model.Group;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.RuleBook;
import entente.report.json.CommonForms;
import entente.report.json.ExplorationJson;
import entente.report.json.Form;
import entente.report.json.JsonType;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import entente.report.json.VerdictForms;
import entente.report.wording.Wording;
import entente.rulebook.RuleBookFault;
import entente.service.archive.ArchivePage;
import entente.service.archive.ArchiveSummary;
import entente.service.archive.AssessmentFacts;
import entente.service.archive.AssessmentFacts.Uncertainty;
import entente.service.archive.Job;
import entente.service.archive.StoredScenario;
import entente.service.problem.ProblemWriter;
import entente.service.rulebook.RuleBookState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that only the service returns. */
public final class ServiceDocuments {

    /** Maximum number of scenarios in a comparison. */
    public static final int MAX_COMPARED = 32;

    static final ResultDocument<StoredScenario> STORED_SCENARIO = new ResultDocument<>(
            "stored-scenario",
            "stored scenario",
            "A stored version of a scenario.",
            Form.<StoredScenario>named("stored-scenario")
                    .required("id", ID, StoredScenario::id)
                    .required("version", POSITIVE, StoredScenario::version)
                    .required("sha256", DIGEST, StoredScenario::sha256)
                    .required("author", TEXT, StoredScenario::author)
                    .required("at", INSTANT, "Time of storage.", StoredScenario::at));

    static final ResultDocument<Job> JOB = new ResultDocument<>(
            "job",
            "job",
            "The state of a job.",
            Form.<Job>named("job")
                    .required("id", UUID, Job::id)
                    .required("kind", choice(List.of("batch", "exploration")), Job::kind)
                    .required("state", choice(Job.State.values()), Job::state)
                    .required("at", INSTANT, "Time of the request.", Job::at)
                    .required("done", COUNT, "Evaluated scenarios of a batch, or percent of an exploration.", Job::done)
                    .required("total", POSITIVE, "Scenarios of the batch, or 100.", Job::total)
                    .optional(
                            "problem",
                            written(ProblemWriter.DOCUMENT),
                            job -> job.result().filter(result -> job.state() == Job.State.FAILED))
                    .described("Why it failed.")
                    .optional(
                            "result",
                            written(BatchResults.DOCUMENT, ExplorationJson.DOCUMENT),
                            job -> job.result().filter(result -> job.state() != Job.State.FAILED))
                    .described("What the same request without a job would have returned.")
                    .present(List.of("result"), "state", Job.State.DONE.name())
                    .present(List.of("problem"), "state", Job.State.FAILED.name()));

    private static final JsonType<Double> STORED_LIKELIHOOD = number("percent, 1–99", "minimum", 1, "maximum", 99);

    private static final Form<AssessmentFacts> FACTS = Form.<AssessmentFacts>named("assessmentFacts")
            .required("scenario", ID, AssessmentFacts::scenarioId)
            .required("title", TEXT, AssessmentFacts::title)
            .required("scenarioSha256", DIGEST, AssessmentFacts::scenarioSha256)
            .required("percent", STORED_LIKELIHOOD, AssessmentFacts::percent)
            .required("band", CommonForms.BAND, AssessmentFacts::band)
            .optional(
                    "lowPercent",
                    STORED_LIKELIHOOD,
                    facts -> facts.uncertainty().map(Uncertainty::low))
            .described("Lowest likelihood that the open readings allow; absent if an earlier version stored it.")
            .optional(
                    "highPercent",
                    STORED_LIKELIHOOD,
                    facts -> facts.uncertainty().map(Uncertainty::high))
            .described("Highest likelihood that the open readings allow; absent if an earlier version stored it.")
            .optional(
                    "confidence",
                    VerdictForms.CONFIDENCE_LEVEL,
                    facts -> facts.uncertainty().map(Uncertainty::confidence))
            .described("Absent if an earlier version stored it.")
            .required("engine", TEXT, AssessmentFacts::engine)
            .required(
                    "rules",
                    CommonForms.RULE_BOOK_VERSION,
                    facts -> new RuleBookVersion(facts.rulesVersion(), facts.rulesSha256(), Optional.empty()))
            .required("owner", TEXT, "The caller; local without accounts.", AssessmentFacts::owner);

    private static final Form<ArchiveSummary> SUMMARY = Form.<ArchiveSummary>named("storedAssessment")
            .required("id", UUID, ArchiveSummary::id)
            .required("at", INSTANT, "Time of storage.", ArchiveSummary::at)
            .including(FACTS, ArchiveSummary::facts);

    static final ResultDocument<ArchivePage> ASSESSMENTS = PageDocument.of(
            "assessments",
            "stored assessments",
            "A page of stored assessments, newest first.",
            SUMMARY,
            ArchivePage::entries,
            ArchivePage::next);

    private static final JsonType<Double> POINTS_OF_A_WEIGHT = number("points");

    private static final Form<Group> GROUP = Form.<Group>named("bookGroup")
            .required("id", ID, Group::id)
            .required("kind", choice(Group.GroupKind.values()), Group::kind)
            .required("label", TEXT, Group::label)
            .required("short", TEXT, "At most 36 characters, for tables and charts.", Group::shortLabel)
            .required("cites", list(CITATION), Group::cites);

    private static Map<String, Double> weights(RuleBook book) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Strength strength : Strength.values()) {
            weights.put(strength.name(), book.weights().points(Question.ALLIANCE, strength));
        }
        return weights;
    }

    private static Map<String, Double> baseRates(RuleBook book) {
        Map<String, Double> rates = new LinkedHashMap<>();
        book.baseRates().keySet().stream()
                .sorted()
                .forEach(years -> rates.put(Integer.toString(years), book.baseRate(years)));
        return rates;
    }

    private static Map<String, Double> floors(RuleBook book) {
        Map<String, Double> floors = new LinkedHashMap<>();
        for (Relationship state : Relationship.values()) {
            book.relationship().floorStart(state).ifPresent(floor -> floors.put(state.name(), floor.value()));
        }
        return floors;
    }

    private static Map<String, String> commitments(RuleBook book) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Commitment commitment : Commitment.values()) {
            words.put(commitment.name(), Wording.commitment(commitment, book.catalogue()));
        }
        return words;
    }

    private static Map<String, String> flags(RuleBook book) {
        Map<String, String> words = new LinkedHashMap<>();
        for (VerdictFlag flag : VerdictFlag.values()) {
            words.put(flag.name(), Wording.flag(flag, book.catalogue()));
        }
        return words;
    }

    record ActiveBook(RuleBook book, RuleBookState state) {}

    private static final Form<RuleBookFault> FAULT = Form.<RuleBookFault>named("ruleBookFault")
            .optional("file", TEXT, fault -> Optional.of(fault.file()).filter(file -> !file.isEmpty()))
            .described("Relative to the folder of the rule book; absent for the folder itself.")
            .optional("line", POSITIVE, fault -> CommonForms.positive(fault.line()))
            .required("code", CODE, RuleBookFault::code)
            .required("detail", TEXT, RuleBookFault::detail);

    static final ResultDocument<ActiveBook> RULE_BOOK = new ResultDocument<>(
            "book",
            "active rule book",
            "Version, state and rules of the active rule book.",
            Form.<ActiveBook>named("book")
                    .including(CommonForms.RULE_BOOK_VERSION, active -> RuleBookVersion.of(active.book()))
                    .required("stale", BOOLEAN, active -> active.state().stale())
                    .described("Whether the folder holds a refused edit, so that the previous book is active.")
                    .required("faults", list(FAULT), active -> active.state().faults())
                    .described("Faults of that edit.")
                    .required(
                            "groups",
                            list(GROUP),
                            active -> active.book().catalogue().groups())
                    .described("Barriers and drivers, in the order of the article.")
                    .required("weights", members("strength", POINTS_OF_A_WEIGHT), active -> weights(active.book()))
                    .described("Points of a claim on the alliance, by strength.")
                    .required("baseRates", members("years", PERCENT), active -> baseRates(active.book()))
                    .described("Likelihood in percent before any reading, by horizon.")
                    .required("floors", members("relationship", POINTS_OF_A_WEIGHT), active -> floors(active.book()))
                    .described("The lowest partnership points of a relationship; below the first it is open rivalry.")
                    .required("commitments", members("commitment", TEXT), active -> commitments(active.book()))
                    .described("What each state of commitment is called.")
                    .required("flags", members("flag", TEXT), active -> flags(active.book()))
                    .described("What each flag of a verdict says.")
                    .required(
                            "rules",
                            list(ResultDocuments.RULE),
                            active -> active.book().rules()));

    public static final List<ResultDocument<?>> ALL = List.of(
            RULE_BOOK,
            ASSESSMENTS,
            ScenarioListJson.DOCUMENT,
            STORED_SCENARIO,
            EditionListJson.DOCUMENT,
            BatchResults.DOCUMENT,
            JOB,
            ProblemWriter.DOCUMENT,
            ProblemWriter.TYPE_DOCUMENT,
            ProblemWriter.TYPES_DOCUMENT);

    private ServiceDocuments() {}
}
