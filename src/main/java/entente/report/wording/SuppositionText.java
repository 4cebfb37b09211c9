package entente.report.wording;

import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.model.Assumptions;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.model.assessment.LedgerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scenario supposes of the world and assumes of the rules, in words: stands before its verdict in every medium. */
public final class SuppositionText {

    private static final String PLAYS_NO_PART = " plays no part";

    /** What a field of JSON with the sentence means; null for nothing. */
    public static final String MEANING =
            "What the scenario supposes, in one sentence; null for nothing. Without it the verdict says too much.";

    private SuppositionText() {}

    /**
     * @param reading assumed, supposed to be unknown, or without a value and with probabilities of its grades that no
     *     source gives
     */
    public record Supposed(Indicator indicator, Reading reading) {

        public String words() {
            if (reading.supposedUnknown()) {
                return "unknown";
            }
            MeasureText measure = new MeasureText(indicator);
            return reading.range()
                    .filter(range -> !reading.isWeighted())
                    .map(range -> measure.explained(range.value()) + measure.within(reading))
                    .orElseGet(() -> MeasureText.distribution(reading).orElseThrow());
        }

        private String clause(String is) {
            String label = "“" + indicator.shortLabel() + "”";
            return reading.supposedUnknown() ? "nothing" + is + "known of " + label : label + is + words();
        }
    }

    /** The readings, in the order of the catalogue. */
    public static List<Supposed> of(Assessment assessment) {
        return assessment.catalogue().indicators().stream()
                .map(indicator -> new Supposed(indicator, assessment.reading(indicator.id())))
                .filter(supposed -> isSupposed(supposed.reading()))
                .toList();
    }

    /**
     * Whether a scenario is of what would be, as opposed to a record of what is or was: it changes another one other than from
     * sources, or assumes readings of a time whose outcome nobody has observed.
     */
    public static boolean isSupposition(Scenario scenario) {
        return (scenario.base().isPresent() || scenario.observed().isEmpty())
                && (!scenario.assumptions().equals(Assumptions.NONE)
                        || scenario.readings().values().stream().anyMatch(SuppositionText::isAssumed));
    }

    /** What happens in a supposition, in its author's words. */
    public static List<String> narrative(Scenario scenario) {
        return scenario
                .narrative()
                .filter(told -> isSupposition(scenario)
                        && !scenario.narrative().equals(scenario.base().flatMap(Scenario::narrative)))
                .map(Wording::sentence)
                .stream()
                .toList();
    }

    private static boolean isAssumed(Reading reading) {
        return reading.status() == ReadingStatus.ASSUMED || reading.supposedUnknown();
    }

    private static boolean isSupposed(Reading reading) {
        return isAssumed(reading)
                || (reading.range().isEmpty()
                        && reading.source().isEmpty()
                        && reading.distribution().isPresent());
    }

    /** All of it in one sentence, changes of the rule book last. */
    public static Optional<String> sentence(Assessment assessment) {
        String is = assessment.scenario().observed().isPresent() ? " was " : " is ";
        List<String> clauses = Stream.concat(
                        of(assessment).stream().map(supposed -> supposed.clause(is)), clauses(assessment).stream())
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of("Suppose that " + Wording.listed(clauses) + ".");
    }

    public static Optional<String> plain(Assessment assessment) {
        return sentence(assessment).map(Wording::plain);
    }

    /** For a row of a table at a terminal: the sentence for a single supposition, else how much is supposed. */
    public static Optional<String> inShort(Assessment assessment) {
        int readings = of(assessment).size();
        int changes = assessment.assumptions().size();
        return sentence(assessment)
                .map(sentence -> readings + changes == 1
                        ? sentence
                        : "Supposed: "
                                + Wording.listed(
                                        Wording.some(readings, "reading", "readings"),
                                        Wording.some(changes, "change of the rule book", "changes of the rule book"))
                                + ".");
    }

    public static List<String> assumptions(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        for (Indicator indicator : assessment.catalogue().indicators()) {
            Reading reading = assessment.reading(indicator.id());
            if (reading.status() == ReadingStatus.ASSUMED) {
                sentences.add(MeasureText.value(indicator, reading, assessment) + "."
                        + reading.note()
                                .map(note -> " " + Wording.sentence(note))
                                .orElse(""));
            }
        }
        sentences.addAll(changes(assessment));
        return sentences;
    }

    /** The changes of the rule book only, each as a sentence. */
    public static List<String> changes(Assessment assessment) {
        return clauses(assessment).stream()
                .map(clause -> Wording.sentence(Wording.capitalized(clause)))
                .toList();
    }

    /** The same, each as a part of a sentence. */
    static List<String> clauses(Assessment assessment) {
        return assessment.assumptions().stream()
                .map(change -> clause(change, assessment))
                .toList();
    }

    private static String clause(AssumptionChange change, Assessment assessment) {
        Catalogue catalogue = assessment.catalogue();
        String[] path = change.pointer().replace("#/assumptions/", "").split("/", -1);
        String unit = path[0].equals("baseRatePercent") ? Wording.GLUE + "%" : "";
        String book = " (in the book " + change.book() + unit + ")";
        return switch (path[0]) {
            case "baseRatePercent" -> "the base rate is " + change.assumed() + unit + book;
            case "referenceClass" ->
                "the base rate is that of " + referenceClass(change.assumed(), assessment) + " (in the book that of "
                        + referenceClass(change.book(), assessment) + ")";
            case "weights" ->
                "a claim that weighs " + path[2].toLowerCase(Locale.ROOT).replace('_', ' ') + " on the " + path[1]
                        + " counts " + change.assumed() + " points" + book;
            case "emphasis" ->
                Double.parseDouble(change.assumed()) == 0
                        ? ruleOrGroup(path[1], assessment) + PLAYS_NO_PART
                        : "“" + catalogue.group(path[1]).label() + "” counts " + change.assumed()
                                + " times as much as in the book";
            case "cutPoints" ->
                "“" + Wording.label(catalogue.indicator(path[1])) + "” is graded from " + change.assumed() + book;
            case "without" -> ruleOrGroup(path[1], assessment) + PLAYS_NO_PART;
            default -> change.pointer() + " is " + change.assumed() + book;
        };
    }

    private static String referenceClass(String id, Assessment assessment) {
        return assessment.outsideView().stream()
                .filter(view -> view.referenceClass().equals(id))
                .findFirst()
                .orElseThrow()
                .label();
    }

    /** What an assumption of this kind is about. */
    public static String kind(AssumptionKind kind) {
        return kind == AssumptionKind.WITHOUT ? "What is disabled" : Wording.capitalized(Wording.word(kind));
    }

    public static String difference(AssumptionDifference difference, Assessment assessment) {
        Catalogue catalogue = assessment.catalogue();
        String[] path = difference.pointer().replace("#/assumptions/", "").split("/", -1);
        String change = "from " + difference.before() + " to " + difference.after();
        return switch (difference.kind()) {
            case HORIZON -> "The view runs " + change + " years.";
            case BASE_RATE ->
                "From " + difference.before() + Wording.GLUE + "% to " + difference.after() + Wording.GLUE + "%.";
            case WEIGHTS ->
                "A claim that weighs " + path[2].toLowerCase(Locale.ROOT) + " on the " + path[1] + ": " + change
                        + " points.";
            case EMPHASIS -> catalogue.group(path[1]).label() + ": " + change + " times.";
            case CUT_POINTS -> Wording.label(catalogue.indicator(path[1])) + ": graded " + change + ".";
            case WITHOUT ->
                (difference.after().equals("off") ? "Disabled: " : "No longer disabled: ")
                        + ruleOrGroup(path[1], assessment) + ".";
        };
    }

    private static String ruleOrGroup(String id, Assessment assessment) {
        return assessment.ledger().stream()
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> "the rule “" + Wording.card(rule) + "”")
                .orElseGet(() -> "everything under “" + group(id, assessment) + "”");
    }

    private static String group(String id, Assessment assessment) {
        return assessment.catalogue().groups().stream()
                .filter(group -> group.id().equals(id))
                .map(Group::label)
                .findFirst()
                .orElse(id);
    }
}
