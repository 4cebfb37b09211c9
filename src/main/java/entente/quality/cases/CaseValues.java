package entente.quality.cases;

import entente.document.Fields;
import entente.document.Position;
import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parses single values of a case file: rule ids, enum constants, points and likelihoods. */
final class CaseValues {

    private static final BigDecimal MAX_VALUE = BigDecimal.valueOf(10_000);

    private final List<String> ruleIds;

    CaseValues(RuleBook book) {
        this.ruleIds = book.rules().stream().map(Rule::id).toList();
    }

    /** Whether the rule book has a rule with this id; adds a problem if not. */
    boolean ruleExists(String rule, Position at) {
        if (ruleIds.contains(rule)) {
            return true;
        }
        at.rejectUnknown("UNKNOWN_RULE", "rule", rule, ruleIds);
        return false;
    }

    /** An enum constant by its name in an assessment. */
    static <E extends Enum<E>> Optional<E> enumConstant(String text, Class<E> type, Position at) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(text)) {
            at.rejectUnknown("UNKNOWN_WORD", "word", text, names);
            return Optional.empty();
        }
        return Optional.of(Enum.valueOf(type, text));
    }

    /** Points with the printed precision. */
    static Optional<Points> points(Fields fields, String name) {
        return exact(fields, name, 2, "Points are printed to the hundredth.").map(Points::new);
    }

    /** A likelihood with the printed precision. */
    static Optional<Percent> percent(Fields fields, String name) {
        Optional<Percent> percent = exact(fields, name, 1, "A likelihood is printed to the tenth of a percent.")
                .map(Percent::new);
        if (percent.isPresent()
                && (percent.get().compareTo(Percent.LOWEST) < 0 || percent.get().compareTo(Percent.HIGHEST) > 0)) {
            fields.at(name).reject("OUT_OF_RANGE", "A likelihood lies between 1 and 99 percent.");
            return Optional.empty();
        }
        return percent;
    }

    /** A number with at most this many decimals, scaled to an integer. */
    private static Optional<Integer> exact(Fields fields, String name, int decimals, String otherwise) {
        Optional<Double> number = fields.number(name);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(number.get());
        if (exact.stripTrailingZeros().scale() > decimals || exact.abs().compareTo(MAX_VALUE) > 0) {
            fields.at(name).reject("NOT_AS_PRINTED", otherwise);
            return Optional.empty();
        }
        return Optional.of(exact.movePointRight(decimals).intValueExact());
    }

    static String sentence(Fields fields) {
        String sentence = fields.requiredText("sentence").orElse("");
        if (!sentence.isBlank() && !sentence.strip().endsWith(".")) {
            fields.at("sentence").reject("BAD_SENTENCE", "The sentence of a case must end with a full stop.");
        }
        if (sentence.chars().anyMatch(Character::isISOControl)) {
            fields.at("sentence").reject("NOT_ONE_LINE", "The sentence of a case must be one line without tabs.");
        }
        return sentence;
    }
}
