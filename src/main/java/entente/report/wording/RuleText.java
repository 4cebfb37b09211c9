package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Question;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule rests on (passages that are cited, an assumption of this project, or both), its state in a ledger, its conditions. */
public final class RuleText {

    /** Points are in no passage: what a passage gives is an argument at most. */
    public static final String SIZES = "This project set the weights";

    private RuleText() {}

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
        return full(rule, ", ");
    }

    public static String full(Rule rule, String between) {
        return Stream.concat(
                        rule.cites().stream(), rule.projectAssumption().map("project assumption: "::concat).stream())
                .collect(Collectors.joining(between));
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

    /** Every mark with what it stands for. */
    public static String legend() {
        return Arrays.stream(LedgerStatus.values())
                .map(status -> mark(status) + Wording.GLUE + described(status).replace(' ', Wording.GLUE))
                .collect(Collectors.joining(" · "));
    }

    public static String mark(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "●";
            case NOT_FIRED -> "○";
            case UNDETERMINED -> "?";
            case OVERRIDDEN -> "⊘";
            case DISABLED -> "–";
        };
    }

    public static String described(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "fired";
            case NOT_FIRED -> "not fired";
            case UNDETERMINED -> "undetermined: depends on an unrated indicator";
            case OVERRIDDEN -> "overridden by another rule";
            case DISABLED -> "disabled by an assumption";
        };
    }

    public static Optional<String> overridden(LedgerRow row, Assessment assessment) {
        List<Rule> by = row.overriding(assessment.ledger());
        return by.stream()
                .map(Rule::id)
                .reduce((one, other) -> one + " and " + other)
                .map(ids -> (by.get(0).kind() == RuleKind.CEILING ? "replaced by " : "silenced by ") + ids);
    }

    public static String condition(ConditionResult row, Assessment assessment) {
        return bare(row, assessment) + ".";
    }

    /** A condition that fails, with the distance. */
    public static String missing(ConditionResult row, Assessment assessment) {
        return bare(row, assessment) + distance(row, assessment) + ".";
    }

    /** A condition with its result. */
    public static String judged(ConditionResult row, Assessment assessment) {
        return row.met() ? bare(row, assessment) + ": holds." : missing(row, assessment);
    }

    /** The next step of a card that holds, with the distance, as a part of a sentence. */
    public static Optional<String> next(LedgerRow row, Assessment assessment) {
        return row.next().map(step -> {
            ConditionResult first = step.conditions().get(0);
            return "next step, " + Wording.start(step.rule()) + ": " + needs(first) + distance(first, assessment);
        });
    }

    private static String bare(ConditionResult row, Assessment assessment) {
        return Wording.label(assessment.indicator(row.condition().indicator())) + ": " + reads(row, assessment) + "; "
                + needs(row);
    }

    private static String needs(ConditionResult row) {
        return (row.condition().comparison() == ComparisonOperator.AT_LEAST ? "needs at least " : "needs below ")
                + Wording.figure(row.cut());
    }

    private static String reads(ConditionResult row, Assessment assessment) {
        Reading reading = reading(row, assessment);
        return MeasureText.figure(reading, Wording::figure)
                .filter(figure -> !row.unknown())
                .map(figure -> "reads " + figure + MeasureText.counts(reading) + Wording.word(row.grade()))
                .orElse("not rated");
    }

    private static Reading reading(ConditionResult row, Assessment assessment) {
        return assessment.reading(row.condition().indicator());
    }

    /** How far a reading is from the threshold, in brackets; empty where no figure is given of it. */
    private static String distance(ConditionResult row, Assessment assessment) {
        if (row.unknown() || reading(row, assessment).isWeighted()) {
            return "";
        }
        double distance = row.distance().orElse(0);
        if (distance == 0) {
            return " (exactly at the cut point)";
        }
        String unit = switch (assessment.indicator(row.condition().indicator()).unit()) {
            case "percent" -> " percentage points";
            case "USD bn" -> " bn USD";
            default -> "";
        };
        boolean atLeast = row.condition().comparison() == ComparisonOperator.AT_LEAST;
        return " (" + Wording.figure(distance) + unit + (atLeast ? " short)" : " too high)");
    }

    /** The weight of a card on a question, with the grades from which later steps count; empty for none. */
    public static String weight(List<Rule> steps, Question question) {
        return steps.stream()
                .flatMap(step -> step
                        .weight(question)
                        .map(weight -> (step.isLaterStep() ? Wording.start(step) + " " : "") + Wording.word(weight))
                        .stream())
                .collect(Collectors.joining(", "));
    }

    /** What the list of all rules says of each. */
    public record RuleBookText(RuleBook book) {

        /** In every page that is written from the rules and not by hand. */
        public static final String GENERATED = "Generated from the rules (./entente rules list --format md)";

        public String weights(Question question) {
            return "on the " + Wording.word(question) + " "
                    + book.weights().of(question).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> Wording.word(entry.getKey()) + " "
                                    + Wording.figure(entry.getValue().value()))
                            .collect(Collectors.joining(", "));
        }

        public static String when(Rule rule) {
            return rule.conditions().isEmpty()
                    ? "always"
                    : rule.conditions().stream().map(Wording::condition).collect(Collectors.joining(" and "));
        }

        public String weight(Rule rule) {
            List<Rule> steps = book.steps(rule.cardId());
            return Arrays.stream(Question.values())
                    .filter(question -> !RuleText.weight(steps, question).isEmpty())
                    .map(question -> Wording.word(question) + ": " + RuleText.weight(steps, question))
                    .collect(Collectors.joining("; "));
        }

        public String effect(Rule rule) {
            if (rule.ceiling().isEmpty()) {
                return "silences what is tagged " + String.join(", ", rule.overrides());
            }
            String how = BalanceText.how(
                    Objects.requireNonNull(book.ceilings().get(rule.ceiling().get())));
            return "ceiling " + rule.ceiling().get() + ": " + (how.isEmpty() ? "takes nothing back" : how);
        }

        public List<String> tags() {
            return book.cards().stream()
                    .flatMap(rule -> rule.tags().stream())
                    .distinct()
                    .sorted()
                    .map(tag -> tag + ": "
                            + book.cards().stream()
                                    .filter(rule -> rule.tags().contains(tag))
                                    .map(Rule::id)
                                    .collect(Collectors.joining(", ")))
                    .toList();
        }
    }
}
