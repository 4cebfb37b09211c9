package entente.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Commitment;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.ReferenceClasses.Counts;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.Parameter;
import entente.model.rule.RuleBookFault;
import entente.report.json.ExplorationJson;
import entente.report.json.RecordType;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocument;
import entente.report.wording.Wording;
import entente.service.api.BatchController.BatchResults;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.Job;
import entente.service.archive.StoredScenario;
import entente.service.problem.ProblemWriter;
import entente.service.problem.ProblemWriter.ProblemDetails;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The documents that only the service returns. */
public final class ServiceDocuments {

    static final String NEXT = "Value of after for the next page; absent on the last.";

    static final ResultDocument<StoredScenario> STORED_SCENARIO = new ResultDocument<>(
            "stored-scenario",
            "stored scenario",
            "A stored version of a scenario.",
            RecordType.of(StoredScenario.class));

    static final ResultDocument<Job> JOB =
            new ResultDocument<>("job", "job", "The state of a job.", RecordType.of(JobJson.class, JobJson::of));

    record JobJson(
            @JsonUnwrapped Job job,

            @Described(value = "Why it failed.", presentIf = "state FAILED", documents = ProblemDetails.class)
            Optional<JsonText> problem,

            @Described(
                    value = "What the same request without a job would have returned.",
                    presentIf = "state DONE",
                    documents = {BatchResults.Batch.class, ExplorationJson.class})
            Optional<JsonText> result) {

        private static JobJson of(Job job) {
            Optional<JsonText> text = job.result().map(JsonText::new);
            boolean failed = job.state() == Job.State.FAILED;
            return new JobJson(job, text.filter(problem -> failed), text.filter(result -> !failed));
        }
    }

    static final ResultDocument<ArchivePage> ASSESSMENTS = new ResultDocument<>(
            "assessments",
            "stored assessments",
            "A page of stored assessments, newest first.",
            RecordType.of(ArchivePage.class));

    static final ResultDocument<BookJson> RULE_BOOK = new ResultDocument<>(
            "book",
            "active rule book",
            "Version, state and rules of the active rule book.",
            RecordType.of(BookJson.class));

    record BookJson(
            @JsonUnwrapped RuleBookVersion version,

            @Described("Whether the folder holds a refused edit, so that the previous book is active.")
            boolean stale,

            @Described("Faults of that edit.") List<RuleBookFault> faults,

            @Described("Barriers and drivers, in the order of the article.")
            List<BookGroup> groups,

            @Described(value = "Points of a claim on the alliance, by strength.", kind = Kind.POINTS)
            Map<String, Double> weights,

            @Described("The pairs of powers whose record can be the base rate, lowest rate first.")
            List<BookReferenceClass> referenceClasses,

            @Described(
                    value = "The lowest partnership points of a relationship; below the first it is open rivalry.",
                    kind = Kind.POINTS)
            Map<String, Double> floors,

            @Described("What each state of commitment is called.")
            Map<String, String> commitments,

            @Described("What each flag of a verdict says.") Map<String, String> flags,
            List<Rule> rules) {

        static BookJson of(RuleBook book, RuleBookState active) {
            return new BookJson(
                    RuleBookVersion.of(book),
                    active.stale(),
                    active.faults(),
                    book.catalogue().groups().stream().map(BookGroup::of).toList(),
                    byName(
                            Strength.values(),
                            strength -> Optional.ofNullable(
                                            book.weights().alliance().get(strength))
                                    .map(Parameter::value)),
                    book.referenceClasses().all().stream()
                            .map(one -> BookReferenceClass.of(one, book))
                            .toList(),
                    byName(
                            Relationship.values(),
                            state -> book.relationship().floorStart(state).map(Points::value)),
                    byName(Commitment.values(), state -> Optional.of(Wording.commitment(state, book.catalogue()))),
                    byName(VerdictFlag.values(), flag -> Optional.of(Wording.flag(flag, book.catalogue()))),
                    book.rules());
        }
    }

    record BookReferenceClass(
            @Described(kind = Kind.ID) String id,

            @Described("The pairs of powers that are counted.")
            String label,

            @Described("Whether verdicts start from it, unless a scenario chooses otherwise.")
            boolean standard,

            @Described(
                    "Windows of five years in which a pair agreed on a defence pledge; absent if nothing is counted.")
            Optional<Integer> upgrades,

            @Described("Windows that are counted; absent if none are.")
            Optional<Integer> windows,

            @Described(value = "Likelihood in percent before any reading, by horizon in years.", kind = Kind.PERCENT)
            Map<String, Double> baseRates,

            @Described("Where the rate comes from.") String reason) {

        private static BookReferenceClass of(ReferenceClass one, RuleBook book) {
            Map<String, Double> rates = new LinkedHashMap<>();
            IntStream.rangeClosed(1, 10).forEach(years -> rates.put(Integer.toString(years), one.percent(years)));
            return new BookReferenceClass(
                    one.id(),
                    one.label(),
                    one.id().equals(book.referenceClasses().standard()),
                    one.counts().map(Counts::upgrades),
                    one.counts().map(Counts::windows),
                    rates,
                    one.rate().reason());
        }
    }

    record BookGroup(
            @Described(kind = Kind.ID) String id,
            GroupKind kind,
            String label,

            @JsonProperty("short") @Described("At most 36 characters, for tables and charts.")
            String shortLabel,

            @Described(kind = Kind.CITATION) List<String> cites) {

        private static BookGroup of(Group group) {
            return new BookGroup(group.id(), group.kind(), group.label(), group.shortLabel(), group.cites());
        }
    }

    /** What constants have, by their names. */
    private static <E extends Enum<E>, V> Map<String, V> byName(E[] constants, Function<E, Optional<V>> value) {
        Map<String, V> values = new LinkedHashMap<>();
        for (E constant : constants) {
            value.apply(constant).ifPresent(found -> values.put(constant.name(), found));
        }
        return values;
    }

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
