package entente.quality.lint;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.model.rule.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Duplicate and contradictory pairs of rules. */
record PairChecks(LintContext context) {

    void check() {
        List<Rule> rules = context.book().rules();
        for (int later = 0; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                check(rules.get(earlier), rules.get(later));
            }
        }
    }

    private void check(Rule earlier, Rule later) {
        if (normalized(earlier.claim()).equals(normalized(later.claim()))) {
            context.add(LintCode.SAME_WORDS, later, earlier.id());
        }
        GradeRegion region = context.region(later);
        boolean alike = earlier.kind() == later.kind() && !region.isEmpty() && region.equals(context.region(earlier));
        if (!alike) {
            return;
        }
        for (Question question : Question.values()) {
            if (direction(earlier, question) * direction(later, question) < 0) {
                context.add(
                        LintCode.CONTRADICTION,
                        later,
                        earlier.id(),
                        question.name().toLowerCase(Locale.ROOT));
            }
        }
        if (haveSameEffect(earlier, later)) {
            context.add(LintCode.DUPLICATE_RULE, later, earlier.id());
        }
    }

    /** Whether both have the same effect; {@link OverrideChecks} compares overrides. */
    private static boolean haveSameEffect(Rule earlier, Rule later) {
        return switch (later.kind()) {
            case CLAIM ->
                earlier.group().equals(later.group())
                        && sameDirection(earlier, later, Question.ALLIANCE)
                        && sameDirection(earlier, later, Question.PARTNERSHIP);
            case CEILING ->
                earlier.ceiling().equals(later.ceiling()) && tags(earlier).equals(tags(later));
            case OVERRIDE -> false;
        };
    }

    private static Set<String> tags(Rule rule) {
        return Set.copyOf(rule.tags());
    }

    private static boolean sameDirection(Rule earlier, Rule later, Question question) {
        return direction(earlier, question) == direction(later, question);
    }

    private static int direction(Rule rule, Question question) {
        Optional<Weight> weight = rule.kind() == RuleKind.CLAIM ? rule.weight(question) : Optional.empty();
        return weight.map(Weight::direction).orElse(0);
    }

    /** Letters and digits only. */
    private static String normalized(String claim) {
        return claim.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
