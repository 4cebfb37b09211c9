package entente.report.wording;

import entente.model.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule rests on, as its card says: passages that are cited, an assumption of this project, or both. */
public final class GroundText {

    /** Points are in no passage: what a passage gives is an argument at most. */
    public static final String SIZES = "This project set the weights";

    private GroundText() {}

    /** What the project assumes beyond the passages. */
    public static Optional<String> assumption(Rule rule) {
        return rule.projectAssumption().map(reason -> "Project assumption: " + reason);
    }

    /** All passages, in a table. */
    public static String citations(List<String> cites) {
        return cites.isEmpty() ? "project assumption" : String.join("; ", cites);
    }

    /** The first of them with the number of others. */
    public static String citation(List<String> cites) {
        return cites.isEmpty() ? "assumption" : cites.get(0) + (cites.size() > 1 ? " +" + (cites.size() - 1) : "");
    }

    /** Passages, then the assumption in its own words. */
    public static String full(Rule rule) {
        return of(rule, assumption(rule).map(reason -> "p" + reason.substring(1)));
    }

    /** Passages, then whether there is an assumption. */
    public static String brief(Rule rule) {
        return of(rule, rule.projectAssumption().map(reason -> "project assumption"));
    }

    private static String of(Rule rule, Optional<String> assumption) {
        return Stream.concat(rule.cites().stream(), assumption.stream()).collect(Collectors.joining(", "));
    }

    /** How many rules cite a passage, how many of these assume something beyond it, and how many cite none. */
    public static String count(List<Rule> rules, String cite) {
        long citing = rules.stream().filter(rule -> !rule.cites().isEmpty()).count();
        long both = rules.stream()
                .filter(rule ->
                        !rule.cites().isEmpty() && rule.projectAssumption().isPresent())
                .count();
        int own = rules.size() - (int) citing;
        return "of " + Wording.plural(rules.size(), "rule") + " " + Wording.count((int) citing) + " cite"
                + (citing == 1 ? "s " : " ") + cite + ", " + Wording.count((int) both)
                + " of them with an assumption of this project, and " + Wording.count(own)
                + (own == 1 ? " is" : " are") + " this project's own";
    }
}
