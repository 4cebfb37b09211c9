package entente.report.wording;

import entente.analysis.verification.Drift;
import entente.model.Points;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Sentences about the differences between two assessments of one scenario. */
public final class DriftSentences {

    private DriftSentences() {}

    public static String of(Drift drift) {
        String rule = drift.rule().orElse("");
        String subject = drift.subject();
        return switch (drift.kind()) {
            case READING -> "the reading of " + subject + " in the row of " + rule + ": " + thenNow(drift) + ".";
            case BASE_RATE ->
                "the base rate: " + rate(drift.archived().orElse("")) + " then, "
                        + rate(drift.current().orElse("")) + " now.";
            case RULE_REMOVED ->
                "the rule " + rule + " was removed. " + quoted(drift.archived().orElse(""));
            case RULE_ADDED ->
                "the rule " + rule + " is new. " + quoted(drift.current().orElse(""));
            case CONDITION -> "the condition of the rule " + rule + ": " + lower(thenNow(drift)) + ".";
            case CUT_POINT ->
                "the cut point " + cutPoint(subject) + ": " + thenNow(drift) + ". The first rule that uses it is "
                        + rule + ".";
            case RULE_WEIGHT ->
                "the weight of the rule " + rule + " on the " + subject + ": " + lower(thenNow(drift)) + ".";
            case WEIGHT -> "what " + weight(subject) + ": " + thenNow(drift) + ". The first such rule is " + rule + ".";
            case CEILING -> "the ceiling " + rule + ", " + figure(subject) + ": " + thenNow(drift) + ".";
            case STATE -> "the points from which the state is " + lower(subject) + ": " + thenNow(drift) + ".";
            case CARD ->
                "the card of the rule " + rule + ", " + subject + ": "
                        + drift.archived().map(DriftSentences::quoted).orElse("nothing") + " then, "
                        + drift.current().map(DriftSentences::quoted).orElse("nothing") + " now.";
            case STATUS -> "what became of the rule " + rule + ": " + lower(thenNow(drift)) + ".";
            case VERDICT, OTHER -> subject + ": " + thenNow(drift) + ".";
        };
    }

    private static String thenNow(Drift drift) {
        return drift.archived().map(DriftSentences::signed).orElse("nothing") + " then, "
                + drift.current().map(DriftSentences::signed).orElse("nothing") + " now";
    }

    private static String signed(String value) {
        return value.matches("-[0-9.]+") ? "−" + value.substring(1) : value;
    }

    /** Points of a base rate with the likelihood that they mean. */
    private static String rate(String points) {
        if (!points.matches("-?[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            return signed(points);
        }
        return Wording.percent(Points.of(Double.parseDouble(points)).percent()) + " (" + signed(points) + " points)";
    }

    private static String quoted(String claim) {
        return claim.isEmpty() ? "" : "“" + claim + "”";
    }

    /** The grade that begins with it, and of which indicator. */
    private static String cutPoint(String subject) {
        String[] words = subject.split(" ", 2);
        return second(words) + "of " + words[0];
    }

    private static String weight(String subject) {
        String[] words = subject.split(" ", 2);
        return "a " + second(words) + "claim counts on the " + words[0];
    }

    private static String second(String[] words) {
        return words.length == 2 && !words[1].isEmpty() ? lower(words[1]) + " " : "";
    }

    private static String figure(String field) {
        return switch (field) {
            case "kneePercent" -> "its knee in percent";
            case "limitPercent" -> "its limit in percent";
            default -> "the share that it takes back";
        };
    }

    /** Words of the form that a person reads: AT_LEAST as at least. Ids keep their underscores. */
    private static String lower(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> word.matches("[A-Z][A-Z_]+,?") ? Wording.word(word) : word)
                .collect(Collectors.joining(" "));
    }
}
