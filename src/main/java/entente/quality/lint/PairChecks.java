package entente.quality.lint;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        if (earlier.kind() != later.kind() || region.isEmpty() || !region.equals(context.region(earlier))) {
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
                        && Arrays.stream(Question.values())
                                .allMatch(question -> direction(earlier, question) == direction(later, question));
            case CEILING ->
                earlier.ceiling().equals(later.ceiling())
                        && Set.copyOf(earlier.tags()).equals(Set.copyOf(later.tags()));
            case OVERRIDE -> false;
        };
    }

    private static int direction(Rule rule, Question question) {
        return rule.kind() == RuleKind.CLAIM ? WeightChecks.direction(rule.weight(question)) : 0;
    }

    /** Letters and digits only. */
    private static String normalized(String claim) {
        return claim.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
