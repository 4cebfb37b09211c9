package entente.quality.lint;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Points;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintFinding;
import entente.rulebook.InterruptionCheck;
import entente.rulebook.RuleBookLocations;
import entente.scoring.Conjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Static checks of rule books. Faults that prevent loading are reported as they are. Grades are few, so errors are
 * proved over all graded scenarios.
 */
public final class Linter {

    /** A direction of effect of a rule that holds: 1 up, -1 down; by itself or through a rule that it silences. */
    private record Push(int direction, Optional<Rule> through) {}

    private final RuleBook book;
    private final RuleBookLocations locations;
    private final Map<String, Integer> positions;

    /** By catalogue index, the grades that values of the indicator can have, as bits. */
    private final int[] attainable;

    /** By id of a rule, the readings with which its conditions hold; those that it does not ask may be unknown. */
    private final Map<String, Conjunction> regions = new HashMap<>();

    private final List<LintFinding> findings = new ArrayList<>();

    private Linter(RuleBook book, RuleBookLocations locations) {
        this.book = book;
        this.locations = locations;
        positions = book.catalogue().positions();
        attainable = book.catalogue().indicators().stream()
                .mapToInt(indicator -> bits(grade -> attains(indicator, grade)))
                .toArray();
        for (Rule rule : book.rules()) {
            Conjunction region = Conjunction.none(attainable.length);
            for (RuleCondition condition : rule.conditions()) {
                int i = position(condition.indicator());
                region = region.with(i, region.accepted()[i] & attainable[i] & bits(condition::isMetBy));
            }
            regions.put(rule.id(), region);
        }
    }

    private static int bits(Predicate<Grade> which) {
        return Stream.of(Grade.values())
                .filter(which)
                .mapToInt(grade -> 1 << grade.ordinal())
                .sum();
    }

    private static boolean attains(Indicator indicator, Grade grade) {
        if (grade == Grade.UNKNOWN) {
            return false;
        }
        double from =
                grade == Grade.VERY_LOW ? indicator.low() : indicator.scale().from(grade);
        double first = Math.max(from, indicator.low());
        double value = indicator.whole() ? Math.ceil(first) : first;
        return value <= indicator.high() && indicator.scale().gradeOf(value) == grade;
    }

    private int position(String indicator) {
        return Objects.requireNonNull(positions.get(indicator));
    }

    /** Checks a loaded rule book. */
    public static LintReport lint(RuleBook book, RuleBookLocations locations) {
        Linter linter = new Linter(book, locations);
        linter.checkConditions();
        linter.checkSigns();
        linter.checkWeights();
        linter.checkUse();
        return new LintReport(
                Optional.of(book),
                List.of(),
                linter.findings.stream()
                        .filter(finding -> !locations.inSharedCatalogue(finding.location()))
                        .sorted()
                        .toList());
    }

    /** The report on a rule book that does not load. */
    public static LintReport invalid(List<RuleBookFault> faults) {
        return new LintReport(Optional.empty(), faults, List.of());
    }

    private void add(LintCode code, RuleBookLocation location, String subject, String... facts) {
        findings.add(new LintFinding(code, location, subject, List.of(facts)));
    }

    private void add(LintCode code, Rule rule, String... facts) {
        add(code, locations.at("rule", rule.id()), rule.id(), facts);
    }

    /** A finding on the nth condition of a rule. */
    private void add(LintCode code, Rule rule, int condition, String... facts) {
        add(code, locations.at("rule", rule.id(), condition), rule.id(), facts);
    }

    /** The region of a rule; also checks for interruption, since every long search calls it. */
    private Conjunction region(Rule rule) {
        InterruptionCheck.check();
        return Objects.requireNonNull(regions.get(rule.id()));
    }

    /**
     * Conditions that no reading meets, or every reading, and rules whose conditions repeat, contradict or exclude those of
     * others. Implied conditions need no separate check: of "at least" and "at most" on one indicator, one implies the
     * other only if it is always met, and two of the same kind are rejected on loading.
     */
    private void checkConditions() {
        for (int later = 0; later < book.rules().size(); later++) {
            checkConditions(book.rules().get(later));
            for (Rule earlier : book.rules().subList(0, later)) {
                checkPair(earlier, book.rules().get(later));
            }
        }
    }

    private void checkConditions(Rule rule) {
        Conjunction region = region(rule);
        if (region.never()) {
            List<String> read =
                    rule.conditions().stream().map(RuleCondition::indicator).toList();
            for (String indicator : rule.indicators()) {
                if (region.accepted()[position(indicator)] == 0) {
                    // The last condition on the indicator makes the rule unsatisfiable.
                    add(LintCode.NEVER_HOLDS, rule, read.lastIndexOf(indicator), indicator);
                }
            }
            return;
        }
        for (int n = 0; n < rule.conditions().size(); n++) {
            RuleCondition condition = rule.conditions().get(n);
            if ((attainable[position(condition.indicator())] & ~bits(condition::isMetBy)) == 0) {
                add(
                        LintCode.ALWAYS_HOLDS,
                        rule,
                        n,
                        condition.indicator(),
                        condition.comparison().name(),
                        condition.threshold().name());
            }
        }
        if (rule.kind() == RuleKind.OVERRIDE) {
            if (book.rules().stream().noneMatch(other -> rule.overrides(other) && !region.excludes(region(other)))) {
                add(LintCode.SILENCES_NOTHING, rule, String.join(", ", rule.overrides()));
            }
        } else {
            book.rules().stream()
                    .filter(override -> override.overrides(rule) && region.implies(region(override)))
                    .findFirst()
                    .ifPresent(override -> add(LintCode.ALWAYS_SILENCED, rule, override.id()));
        }
    }

    private void checkPair(Rule earlier, Rule later) {
        Conjunction region = region(later);
        if (earlier.kind() != later.kind() || region.never() || !region.equals(region(earlier))) {
            return;
        }
        for (Question question : Question.values()) {
            if (direction(earlier, question) * direction(later, question) < 0) {
                add(LintCode.CONTRADICTION, later, earlier.id(), name(question));
            }
        }
        if (haveSameEffect(earlier, later)) {
            add(LintCode.DUPLICATE_RULE, later, earlier.id());
        }
    }

    /** Tags decide which overrides silence a rule. */
    private static boolean haveSameEffect(Rule earlier, Rule later) {
        return Set.copyOf(earlier.tags()).equals(Set.copyOf(later.tags()))
                && switch (later.kind()) {
                    case CLAIM ->
                        earlier.group().equals(later.group())
                                && Arrays.stream(Question.values())
                                        .allMatch(
                                                question -> direction(earlier, question) == direction(later, question));
                    case CEILING -> earlier.ceiling().equals(later.ceiling());
                    case OVERRIDE -> Set.copyOf(earlier.overrides()).equals(Set.copyOf(later.overrides()));
                };
    }

    /** 1 up, -1 down, 0 without a weight. */
    private static int direction(Rule rule, Question question) {
        return rule.weight(question).map(Weight::direction).orElse(0);
    }

    /**
     * Compares the signs in the catalogue with the effects of the rules. It proves law 1, rule by rule and independent of
     * the weights: raising an indicator changes an answer only in the direction of its sign, because every condition that
     * reads it has that direction. A claim has the direction of its weight; an override the opposite of what it silences;
     * the incident ceiling is down, and every other ceiling is up from the one that always holds.
     */
    private void checkSigns() {
        for (Rule rule : book.rules()) {
            for (Question question : Question.values()) {
                List<Push> pushes = pushes(rule, question);
                for (int n = 0; n < rule.conditions().size(); n++) {
                    checkSign(rule, n, question, pushes);
                }
            }
        }
    }

    private void checkSign(Rule rule, int n, Question question, List<Push> pushes) {
        RuleCondition condition = rule.conditions().get(n);
        Indicator indicator = book.catalogue().indicator(condition.indicator());
        Sign sign = question == Question.ALLIANCE ? indicator.alliance() : indicator.partnership();
        pushes.stream()
                .filter(push -> !allows(sign, condition.comparison().direction() * push.direction()))
                .findFirst()
                .ifPresent(push -> add(
                        LintCode.AGAINST_SIGN,
                        rule,
                        n,
                        condition.indicator(),
                        condition.comparison().name(),
                        name(question),
                        sign.mark(),
                        push.through().map(Rule::id).orElse("")));
    }

    private static boolean allows(Sign sign, int direction) {
        return switch (sign) {
            case RAISES -> direction > 0;
            case LOWERS -> direction < 0;
            case NOTHING -> false;
            case TWO_SIDED, GATE, VETO -> true;
        };
    }

    private List<Push> pushes(Rule rule, Question question) {
        List<Push> pushes = new ArrayList<>();
        ownDirections(rule, question).forEach(direction -> pushes.add(new Push(direction, Optional.empty())));
        for (Rule silenced : book.rules()) {
            if (rule.overrides(silenced)) {
                ownDirections(silenced, question)
                        .forEach(direction -> pushes.add(new Push(-direction, Optional.of(silenced))));
            }
        }
        return pushes;
    }

    private List<Integer> ownDirections(Rule rule, Question question) {
        if (rule.ceiling().isPresent()) {
            return question == Question.ALLIANCE ? ownDirections(rule.ceiling().get()) : List.of();
        }
        return rule.weight(question)
                .filter(weight -> !isZero(question, weight.strength()))
                .map(weight -> List.of(weight.direction()))
                .orElse(List.of());
    }

    /** A ceiling raises the likelihood if a lower one already holds; otherwise it lowers it. */
    private List<Integer> ownDirections(CeilingKind kind) {
        if (kind == CeilingKind.INCIDENT) {
            return List.of(-1);
        }
        boolean alwaysUnderCeiling = book.rules().stream()
                .anyMatch(rule -> rule.ceiling().equals(Optional.of(CeilingKind.NO_SWITCH))
                        && rule.conditions().isEmpty());
        return alwaysUnderCeiling ? List.of(1) : List.of(1, -1);
    }

    private void checkWeights() {
        for (Question question : Question.values()) {
            for (Strength strength : book.weights().of(question).keySet()) {
                if (isZero(question, strength)) {
                    add(
                            LintCode.WEIGHS_NOTHING,
                            locations.at("weight", question, strength),
                            name(question) + " " + strength);
                }
            }
        }
    }

    /** Whether the effective points, which are rounded to hundredths, are none. */
    private boolean isZero(Question question, Strength strength) {
        return Points.of(book.weights().points(question, strength)).equals(Points.ZERO);
    }

    /** Tags without an override, and indicators without a rule. */
    private void checkUse() {
        Set<String> used =
                book.rules().stream().flatMap(rule -> rule.overrides().stream()).collect(Collectors.toSet());
        used.add(book.relationship().pactTag());
        for (Rule rule : book.cards()) {
            rule.tags().stream()
                    .filter(tag -> !used.contains(tag))
                    .distinct()
                    .forEach(tag -> add(LintCode.TAG_UNUSED, rule, tag));
        }
        for (Indicator indicator : book.catalogue().indicators()) {
            if (book.rules().stream().noneMatch(rule -> rule.indicators().contains(indicator.id()))) {
                add(LintCode.UNREAD_INDICATOR, locations.at("indicator", indicator.id()), indicator.id());
            }
        }
    }

    private static String name(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }
}
