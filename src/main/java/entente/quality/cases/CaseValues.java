package entente.quality.cases;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Parses single values of a case file: rule ids, enum constants, points and likelihoods. */
final class CaseValues {

    private static final int MAX_LISTED_VALUES = 20;
    private static final int TENTHS = 1;
    private static final int HUNDREDTHS = 2;
    private static final BigDecimal MAX_VALUE = BigDecimal.valueOf(10_000);

    private final List<String> ruleIds;
    private final ProblemCollector problems;

    CaseValues(RuleBook book, ProblemCollector problems) {
        this.ruleIds = book.rules().stream().map(Rule::id).toList();
        this.problems = problems;
    }

    /** Whether the rule book has a rule with this id; adds a problem if not. */
    boolean ruleExists(String rule, String pointer, SourceLocation location) {
        if (ruleIds.contains(rule)) {
            return true;
        }
        addUnknown("UNKNOWN_RULE", "rule", rule, ruleIds, pointer, location);
        return false;
    }

    private void addUnknown(
            String code, String what, String word, List<String> known, String pointer, SourceLocation location) {
        problems.add(
                pointer,
                location,
                code,
                "There is no " + what + " \"" + Text.excerpt(word) + "\".",
                known.size() <= MAX_LISTED_VALUES ? known : List.of(),
                new Suggestion(word, known));
    }

    /** An enum constant by its name in an assessment. */
    <E extends Enum<E>> Optional<E> enumConstant(String text, Class<E> type, String pointer, SourceLocation location) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        Optional<E> found =
                constants.stream().filter(c -> c.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            addUnknown(
                    "UNKNOWN_WORD",
                    "word",
                    text,
                    constants.stream().map(Enum::name).toList(),
                    pointer,
                    location);
        }
        return found;
    }

    /** Points with the printed precision. */
    Optional<Points> points(Node node, String pointer) {
        return exact(node, pointer, HUNDREDTHS, "Points are printed to the hundredth.")
                .map(Points::new);
    }

    /** A likelihood with the printed precision. */
    Optional<Percent> percent(Node node, String pointer) {
        Optional<Percent> percent = exact(node, pointer, TENTHS, "A likelihood is printed to the tenth of a percent.")
                .map(Percent::new);
        if (percent.isPresent()
                && (percent.get().compareTo(Percent.LOWEST) < 0 || percent.get().compareTo(Percent.HIGHEST) > 0)) {
            problems.add(pointer, node.location(), "OUT_OF_RANGE", "A likelihood lies between 1 and 99 percent.");
            return Optional.empty();
        }
        return percent;
    }

    /** A number with at most this many decimals, scaled to an integer. */
    private Optional<Integer> exact(Node node, String pointer, int decimals, String otherwise) {
        OptionalDouble number = Fields.number(node, pointer, problems);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(number.getAsDouble());
        if (exact.stripTrailingZeros().scale() > decimals || exact.abs().compareTo(MAX_VALUE) > 0) {
            problems.add(pointer, node.location(), "NOT_AS_PRINTED", otherwise);
            return Optional.empty();
        }
        return Optional.of(exact.movePointRight(decimals).intValueExact());
    }

    /** The required sentence of a case. */
    String sentence(Fields fields) {
        String sentence = fields.requiredText("sentence").orElse("");
        if (!sentence.isBlank() && !sentence.strip().endsWith(".")) {
            problems.add(
                    fields.pointer("sentence"),
                    fields.location("sentence"),
                    "BAD_SENTENCE",
                    "The sentence of a case must end with a full stop.");
        }
        if (sentence.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    fields.pointer("sentence"),
                    fields.location("sentence"),
                    "NOT_ONE_LINE",
                    "The sentence of a case must be one line without tabs.");
        }
        return sentence;
    }
}
