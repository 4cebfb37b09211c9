package entente.report.wording;

import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.model.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.assessment.Assessment;
import entente.model.assessment.AssumptionChange;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The assumptions of a scenario: assumed readings and changes to the rule book. */
public final class AssumptionText {

    private AssumptionText() {}

    public static List<String> of(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        for (Indicator indicator : assessment.catalogue().indicators()) {
            Reading reading = assessment.scenario().reading(indicator.id());
            if (reading.status() == ReadingStatus.ASSUMED) {
                sentences.add(ReadingText.value(indicator, reading, assessment) + "."
                        + reading.note()
                                .map(note -> " " + Wording.sentence(note))
                                .orElse(""));
            }
        }
        assessment.assumptions().forEach(change -> sentences.add(changed(change, assessment)));
        return sentences;
    }

    /** The changes of the rule book only. */
    public static List<String> changes(Assessment assessment) {
        return assessment.assumptions().stream()
                .map(change -> changed(change, assessment))
                .toList();
    }

    private static String changed(AssumptionChange change, Assessment assessment) {
        Catalogue catalogue = assessment.catalogue();
        String[] path = change.pointer().replace("#/assumptions/", "").split("/", -1);
        String book = ", in the book " + change.book() + ".";
        return switch (path[0]) {
            case "baseRatePercent" ->
                "The base rate is " + change.assumed() + Wording.GLUE + "%, in the book " + change.book() + Wording.GLUE
                        + "%.";
            case "weights" ->
                "A claim that weighs " + path[2].toLowerCase(Locale.ROOT) + " on the " + path[1] + " counts "
                        + change.assumed() + " points" + book;
            case "emphasis" -> catalogue.group(path[1]).label() + ": counts " + change.assumed() + " times" + book;
            case "cutPoints" -> catalogue.indicator(path[1]).label() + ": graded from " + change.assumed() + book;
            case "without" -> "Switched off: " + switched(path[1], assessment);
            default -> change.pointer() + ": " + change.assumed() + book;
        };
    }

    /** What an assumption of this kind is about. */
    public static String kind(AssumptionKind kind) {
        return switch (kind) {
            case HORIZON -> "Horizon";
            case BASE_RATE -> "Base rate";
            case WEIGHTS -> "Weights";
            case EMPHASIS -> "Emphasis";
            case CUT_POINTS -> "Cut points";
            case WITHOUT -> "What is switched off";
        };
    }

    /** The change. */
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
                (difference.after().equals("off") ? "Switched off: " : "No longer switched off: ")
                        + switched(path[1], assessment);
        };
    }

    private static String switched(String id, Assessment assessment) {
        return assessment.ledger().stream()
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::claim)
                .orElseGet(() -> "everything under “" + group(id, assessment) + "”.");
    }

    private static String group(String id, Assessment assessment) {
        return assessment.catalogue().groups().stream()
                .filter(group -> group.id().equals(id))
                .map(Group::label)
                .findFirst()
                .orElse(id);
    }
}
