package entente.quality.lint;

import entente.model.ComparisonOperator;
import entente.model.CutPoint;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.Weight;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks of the catalogue: scales with gaps, unread cut points, groups without rules. */
record CatalogueChecks(LintContext context) {

    /** Only the first values of a long ordinal scale are checked. */
    private static final int MAX_ANCHORS = 20;

    void check() {
        for (Indicator indicator : context.book().catalogue().indicators()) {
            checkGrades(indicator);
            checkAnchors(indicator);
            checkReaders(indicator);
        }
        context.book().catalogue().groups().forEach(this::checkGroup);
    }

    private void checkGrades(Indicator indicator) {
        Set<Grade> attained = context.space().grades(indicator.id());
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN && !attained.contains(grade)) {
                context.add(LintCode.GRADE_WITHOUT_VALUE, indicator, grade);
            }
        }
        for (CutPoint cut : indicator.cutPoints()) {
            if (indicator.whole() && cut.from() != Math.rint(cut.from())) {
                context.add(
                        LintCode.CUT_BETWEEN_VALUES,
                        indicator,
                        cut.grade(),
                        Numbers.plain(cut.from()),
                        Numbers.plain(Math.ceil(cut.from())));
            }
        }
    }

    private void checkAnchors(Indicator indicator) {
        int first = (int) Math.ceil(indicator.low());
        int last = (int) Math.floor(Math.min(indicator.high(), first + (double) MAX_ANCHORS));
        String missing = IntStream.rangeClosed(first, last)
                .filter(value -> indicator.ordinal() && !indicator.anchors().containsKey(value))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            context.add(LintCode.ANCHOR_MISSING, indicator, missing);
        }
        indicator.anchors().keySet().stream()
                .filter(value -> value < indicator.low() || value > indicator.high())
                .forEach(value -> context.add(
                        LintCode.ANCHOR_OUTSIDE,
                        context.locations().at("indicator", indicator.id(), "anchor", value),
                        indicator.id(),
                        String.valueOf(value)));
    }

    private void checkReaders(Indicator indicator) {
        Set<Grade> read = EnumSet.noneOf(Grade.class);
        context.book().rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(c -> c.indicator().equals(indicator.id()))
                .forEach(c -> read.addAll(separatedGrade(c)));
        for (CutPoint cut : indicator.cutPoints()) {
            if (!read.isEmpty() && !read.contains(cut.grade())) {
                context.add(LintCode.UNREAD_CUT, indicator, cut.grade(), Numbers.plain(cut.from()));
            }
        }
    }

    /** The grade whose first value separates readings that meet the condition from others. */
    private static List<Grade> separatedGrade(RuleCondition condition) {
        int from = condition.threshold().ordinal() + (condition.comparison() == ComparisonOperator.AT_LEAST ? 0 : 1);
        return from < Grade.values().length ? List.of(Grade.values()[from]) : List.of();
    }

    private void checkGroup(Group group) {
        List<Rule> rules = context.book().rules().stream()
                .filter(rule -> rule.group().equals(group.id()))
                .toList();
        RuleBookLocation location = context.locations().at("group", group.id());
        if (rules.isEmpty()) {
            context.add(LintCode.GROUP_WITHOUT_RULE, location, group.id());
            return;
        }
        int meant = group.kind() == GroupKind.BARRIER ? -1 : group.kind() == GroupKind.DRIVER ? 1 : 0;
        boolean contrary = rules.stream()
                .flatMap(rule -> Stream.of(rule.alliance(), rule.partnership()))
                .flatMap(Optional::stream)
                .map(Weight::direction)
                .allMatch(direction -> direction == -meant);
        if (contrary) {
            context.add(
                    LintCode.AGAINST_KIND, location, group.id(), group.kind().name());
        }
    }
}
