package entente.report.wording;

import entente.model.Catalogue;
import entente.model.Commitment;
import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and figures as texts show them. */
public final class Wording {

    /** A non-breaking space; printed as an ordinary one. */
    public static final char GLUE = '\u00A0';

    public static final String NOTHING = "nothing";

    private static final List<String> NUMBERS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Wording() {}

    /** A text with ordinary spaces only, for data. */
    public static String plain(String text) {
        return text.replace(GLUE, ' ');
    }

    /** Items of a sentence: "a, b and c"; with a comma before the last where an item has one itself. */
    public static String listed(List<String> items) {
        int last = items.size() - 1;
        boolean commas = items.size() > 1 && items.stream().anyMatch(item -> item.contains(", "));
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + (commas ? ", and " : " and ") + items.get(last);
    }

    /** The same without parts that are empty. */
    public static String listed(String... parts) {
        return listed(Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    /** A number of things; empty for none. */
    public static String some(int number, String one, String many) {
        return number == 0 ? "" : plural(number, one, many);
    }

    /** Small numbers in letters, larger ones in digits. */
    public static String count(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    }

    public static String plural(int number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** With the regular plural of a noun. */
    public static String plural(int number, String noun) {
        return plural(number, noun, noun + "s");
    }

    /** Points with a sign and two decimals. */
    public static String points(Points points) {
        return signed(BigDecimal.valueOf(points.hundredths(), 2));
    }

    /** Points without their sign, where the sentence says the direction. */
    public static String size(Points points) {
        return BigDecimal.valueOf(Math.abs(points.hundredths()), 2).toPlainString();
    }

    public static String signed(BigDecimal value) {
        return (value.signum() < 0 ? "−" : value.signum() > 0 ? "+" : "±")
                + value.abs().toPlainString();
    }

    /** Points, or a dot where there are none. */
    public static String pointsOrDot(Points points) {
        return points.hundredths() == 0 ? "·" : points(points);
    }

    /** A base rate, a mean or a share, like a likelihood but with no limit at the ends of the scale. */
    public static String percent(double percent) {
        return Figures.ICD203.plain(new Percent(Numbers.roundedUnits(percent, 1)), true);
    }

    public static String percent(Percent percent) {
        return Figures.ICD203.of(percent);
    }

    /** A percentage that is a parameter, as it is written. */
    public static String parameter(double percent) {
        return figure(percent) + GLUE + "%";
    }

    /** The lowest and the highest of several likelihoods. */
    public static String percents(Percent lowest, Percent highest) {
        return lowest.equals(highest) || lowest.equals(Percent.LOWEST) || highest.equals(Percent.HIGHEST)
                ? Figures.ICD203.span(lowest, highest)
                : Figures.ICD203.number(lowest, Figures.ICD203.apart(lowest, highest)) + " to "
                        + Figures.ICD203.plain(highest, Figures.ICD203.apart(lowest, highest));
    }

    /** A difference of percents, to the printed tenth. */
    public static String tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    /** A difference of two likelihoods, given in tenths of a percent: with a sign and one decimal. */
    public static String shift(int tenths) {
        return signed(BigDecimal.valueOf(tenths, 1));
    }

    /** Whether one difference of likelihoods is larger than another one, though each is wrong by up to a tenth as printed. */
    public static boolean isClearlyLarger(int tenths, int other) {
        return tenths - other >= 2;
    }

    /** A reading or cut point without insignificant digits. */
    public static String figure(double value) {
        return Numbers.plain(value).replace('-', '−');
    }

    /** A constant in words, such as "not fired". */
    public static String word(Enum<?> constant) {
        return word(constant.name());
    }

    /** The name of a constant in words. */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Constants in words, in their order. */
    public static String words(Collection<? extends Enum<?>> constants) {
        return orNothing(constants.stream().sorted().map(Wording::word).toList());
    }

    public static String orNothing(List<String> words) {
        return words.isEmpty() ? NOTHING : String.join(", ", words);
    }

    /** States from the weakest to the closest. */
    public static String range(List<Relationship> states) {
        String weakest = word(states.get(0));
        return states.size() == 1 ? weakest : weakest + " to " + word(states.get(states.size() - 1));
    }

    /** What is in force, in the words of the rule book or in general ones. */
    public static String commitment(Commitment commitment, Catalogue catalogue) {
        return catalogue.subject().commitments().getOrDefault(commitment, commitment(commitment));
    }

    private static String commitment(Commitment commitment) {
        return switch (commitment) {
            case NONE -> "no treaty";
            case FRIENDSHIP -> "a treaty of friendship or non-aggression";
            case CONSULTATION -> "a treaty of consultation";
            case SUPPORT -> "a treaty of neutrality or unspecified support";
            case DEFENCE -> "a mutual-defence treaty";
            case UNKNOWN -> "not rated";
        };
    }

    public static String flag(VerdictFlag flag, Catalogue catalogue) {
        return flag(flag, catalogue, "");
    }

    /** @param depth why an alliance without a treaty is one; empty for nothing */
    static String flag(VerdictFlag flag, Catalogue catalogue, String depth) {
        return switch (flag) {
            case HOLLOW_ALLIANCE ->
                "A hollow treaty of defence: only its legal form is counted, not the trust behind it.";
            case ALLIANCE_WITHOUT_TREATY ->
                "An alliance in substance, without a treaty of defence: closer than the article expects" + depth + ".";
            case WITHIN_REACH ->
                "The " + catalogue.subject().events().opening()
                        + " has opened the way: an operational alliance is within reach.";
        };
    }

    /** Text from a scenario or a book, ended as a sentence. */
    public static String sentence(String text) {
        String line = text.strip();
        return line.isEmpty() || line.matches("(?s).*[.!?…]") ? line : line + ".";
    }

    /** After what a summary has: how much more the whole answer has; empty for nothing. */
    public static String more(int count) {
        return count == 0 ? "" : " And " + count(count) + " more: --explain full.";
    }

    /** With a capital first letter. */
    public static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The label of an indicator without its parenthesis. */
    public static String label(Indicator indicator) {
        return indicator.label().replaceAll(" \\(.*\\)$", "");
    }

    /** A claim as a row of a list: without its full stop, and of a step with the grade with which it begins. */
    public static String claim(Rule rule) {
        return card(rule) + (rule.step().isEmpty() ? "" : " (" + start(rule) + ")");
    }

    /** The claim of a card as a row of a list, whatever its steps. */
    public static String card(Rule rule) {
        return rule.claim().replaceAll("\\.$", "");
    }

    /** The grade with which a step begins, such as: from high. */
    static String start(Rule step) {
        RuleCondition first = step.conditions().get(0);
        return (first.comparison() == ComparisonOperator.AT_LEAST ? "from " : "up to ") + word(first.threshold());
    }

    /** The claim of a rule with this id in the first ledger that has it; otherwise the id. */
    public static String claim(String id, Assessment... assessments) {
        return Arrays.stream(assessments)
                .flatMap(assessment -> assessment.ledger().stream())
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(id))
                .map(Wording::claim)
                .findFirst()
                .orElse(id);
    }

    /** The claims of several rules, such as those that apply one ceiling. */
    public static String claims(Collection<String> ids, Assessment... assessments) {
        return ids.stream().map(id -> claim(id, assessments)).collect(Collectors.joining("; "));
    }

    /** A version with the beginning of its digest. */
    public static String version(String version, String sha256) {
        return version + " (" + shortDigest(sha256) + ")";
    }

    /** Versions and whole digests that reproduce an assessment. */
    public static String versions(Assessment assessment) {
        return versions(assessment, Integer.MAX_VALUE);
    }

    /** The same with the first digits of each digest. */
    public static String versions(Assessment assessment, int digits) {
        return "rules " + assessment.provenance().rules().version() + " ("
                + firstDigits(assessment.provenance().rules().sha256(), digits) + "), scenario "
                + firstDigits(assessment.scenario().sha256(), digits) + ", Entente" + GLUE
                + assessment.provenance().engine();
    }

    private static String firstDigits(String sha256, int digits) {
        return sha256.substring(0, Math.min(digits, sha256.length()));
    }

    /** A scenario by its title and id. */
    public static String named(Scenario scenario) {
        return scenario.title() + " (" + scenario.id() + ")";
    }

    /** The first eight digits of a digest. */
    public static String shortDigest(String sha256) {
        return sha256.substring(0, 8);
    }

    /** The expected state of the relationship, or the first and last of the states that unrated indicators allow. */
    public static String relationship(Verdict verdict) {
        return verdict.relationship().map(Wording::word).orElseGet(() -> range(verdict.relationships()));
    }

    /** A condition with the id of its indicator, such as {@code shock_suddenness at least high}. */
    public static String condition(RuleCondition condition) {
        return condition.indicator() + " " + threshold(condition);
    }

    public static String threshold(RuleCondition condition) {
        return (condition.comparison() == ComparisonOperator.AT_LEAST ? "at least " : "at most ")
                + word(condition.threshold());
    }

    public static String date(LocalDate date) {
        return DAY.format(date);
    }
}
