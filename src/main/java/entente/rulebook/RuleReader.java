package entente.rulebook;

import entente.document.Text;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.InventoryReader.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Reads and validates a rule: its annotations, each of which must be known, unique and well-formed, and its conditions of
 * the only allowed form, {@code GradedReading( indicator == "x", grade >= Grade.HIGH )}.
 */
final class RuleReader {

    private static final List<String> ANNOTATIONS = List.of(
            "id", "group", "alliance", "partnership", "overrides", "ceiling", "cites", "assumption", "tags", "encodes");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)");
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile("\"[^\"]*\"|//.*|/\\*.*?\\*/");
    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");

    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final Pattern STEP = Pattern.compile("(\\w+)\\s*:\\s*(\\w+)");
    private static final String BAD_STEPS = "BAD_STEPS";

    private static final Pattern INDICATOR = Pattern.compile("indicator\\s*==\\s*\"(\\w+)\"");
    private static final Pattern THRESHOLD = Pattern.compile("grade\\s*([^\\w\\s]+)\\s*Grade\\s*\\.\\s*(\\w+)");

    private final FaultCollector faults;
    private final List<String> lines;
    private final RuleDescr rule;

    /** The annotations by name. */
    private final Map<String, AnnotationDescr> card = new TreeMap<>();

    /** @param lines of the file */
    RuleReader(FaultCollector faults, List<String> lines, RuleDescr rule) {
        this.faults = faults;
        this.lines = lines;
        this.rule = rule;
        rule.getAnnotations().forEach(annotation -> card.put(annotation.getName(), annotation));
    }

    /** The rules of a card: one, or one for each step of its weights; none for a card without id or group. */
    List<Rule> read() {
        List<RuleCondition> conditions = conditions();
        if (isUnterminated()) {
            return List.of();
        }
        card.values().forEach(this::check);
        checkRepeats();
        Optional<String> id = id();
        Optional<String> group = value("group");
        int line = rule.getLine();
        if (group.isEmpty()) {
            faults.add(line, "MISSING_GROUP", "The card has no @group.");
        }
        if (!rule.getName().endsWith(".") || rule.getName().strip().length() < 10) {
            faults.add(line, "BAD_CLAIM", "The name of a rule is a sentence that ends with a full stop.");
        }
        if (!isPlain(rule.getName())) {
            faults.add(line, "BAD_TEXT", "The name of a rule contains no backslash, straight quotation mark or */.");
        }
        boolean stepped = hasSteps("alliance") || hasSteps("partnership");
        Optional<Weight> alliance = stepped ? Optional.empty() : weight("alliance");
        Optional<Weight> partnership = stepped ? Optional.empty() : weight("partnership");
        Optional<CeilingKind> ceiling = value("ceiling")
                .map(given -> constant("ceiling", given, CeilingKind.class, "UNKNOWN_CEILING")
                        .orElse(CeilingKind.NO_SWITCH));
        List<String> cites = list("cites", ";");
        cites.stream()
                .filter(c -> !Article.isCitation(c))
                .forEach(c -> faults.add(
                        at("cites"), "BAD_CITATION", "\"" + Text.excerpt(c) + "\" is not a citation such as §3 ¶4."));
        if (cites.isEmpty() && value("assumption").isEmpty()) {
            faults.add(line, "MISSING_CITATION", "The card cites no paragraph and names no project assumption.");
        }
        if (id.isEmpty() || group.isEmpty()) {
            return List.of();
        }
        checkEffect();
        int conditionCount = rule.getLhs().getDescrs().size();
        if (conditionCount == 0 && ceiling.isEmpty()) {
            faults.add(line, "NO_CONDITION", "Only a ceiling may hold without a condition.");
        }
        Rule whole = new Rule(
                id.get(),
                Optional.empty(),
                Optional.empty(),
                group.get(),
                rule.getName(),
                conditions,
                alliance,
                partnership,
                Optional.empty(),
                Optional.empty(),
                ceiling,
                list("overrides", ","),
                cites,
                value("assumption"),
                list("tags", ","),
                list("encodes", ","));
        // A condition that cannot be read is a fault of its own.
        return stepped && conditions.size() == conditionCount ? steps(whole) : List.of(whole);
    }

    private boolean hasSteps(String name) {
        return value(name).filter(value -> value.contains(":")).isPresent();
    }

    /** A rule for each grade with which a step of one of the two weights begins; the card itself if the steps are faulty. */
    private List<Rule> steps(Rule whole) {
        int line = at(hasSteps("alliance") ? "alliance" : "partnership");
        if (whole.conditions().isEmpty()) {
            faults.add(line, BAD_STEPS, "Steps are grades of the first condition, and this rule has none.");
            return List.of(whole);
        }
        RuleCondition first = whole.conditions().get(0);
        List<Grade> reach = Stream.of(Grade.values())
                .filter(first::isMetBy)
                .sorted(Comparator.comparingInt(grade -> first.comparison().direction() * grade.ordinal()))
                .toList();
        Map<Grade, Weight> alliance = steps("alliance", reach);
        Map<Grade, Weight> partnership = steps("partnership", reach);
        List<Grade> grades = reach.stream()
                .filter(grade -> alliance.containsKey(grade) || partnership.containsKey(grade))
                .toList();
        if (!grades.isEmpty() && (grades.size() == 1 || grades.get(0) != reach.get(0))) {
            faults.add(
                    line,
                    BAD_STEPS,
                    "A card has two steps at least, and the first of @alliance or @partnership is the threshold of its"
                            + " first condition, " + reach.get(0) + ".");
        }
        List<Rule> steps = new ArrayList<>();
        Optional<Weight> allianceBefore = Optional.empty();
        Optional<Weight> partnershipBefore = Optional.empty();
        for (Grade grade : grades) {
            Optional<Weight> ally = Optional.ofNullable(alliance.get(grade));
            Optional<Weight> partner = Optional.ofNullable(partnership.get(grade));
            List<RuleCondition> conditions = new ArrayList<>(whole.conditions());
            conditions.set(0, new RuleCondition(first.indicator(), first.comparison(), grade));
            String suffix = steps.isEmpty() ? "" : "_" + grade.name().toLowerCase(Locale.ROOT);
            steps.add(whole.withId(whole.id() + suffix)
                    .withAlliance(ally)
                    .withPartnership(partner)
                    .withConditions(conditions)
                    .withCard(Optional.of(whole.id()))
                    .withStep(Optional.of(grade))
                    .withAllianceBefore(ally.isPresent() ? allianceBefore : Optional.empty())
                    .withPartnershipBefore(partner.isPresent() ? partnershipBefore : Optional.empty()));
            allianceBefore = ally.isPresent() ? ally : allianceBefore;
            partnershipBefore = partner.isPresent() ? partner : partnershipBefore;
        }
        return steps.isEmpty() ? List.of(whole) : steps;
    }

    /** The weights of a question by the grades with which they begin; a plain weight begins with the threshold. */
    private Map<Grade, Weight> steps(String name, List<Grade> reach) {
        Map<Grade, Weight> steps = new EnumMap<>(Grade.class);
        if (!hasSteps(name)) {
            weight(name).ifPresent(weight -> steps.put(reach.get(0), weight));
            return steps;
        }
        List<String> known = reach.stream().map(Grade::name).toList();
        int last = -1;
        Weight before = null;
        for (String part : list(name, ";")) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                String given = "\"" + Text.excerpt(part) + "\"";
                faults.add(at(name), BAD_STEPS, given + " is not a step such as HIGH: STRONGLY_AGAINST.");
                return Map.of();
            }
            int place = known.indexOf(step.group(1));
            if (place <= last) {
                faults.add(
                        at(name),
                        BAD_STEPS,
                        "The steps of @" + name + " go away from the threshold: " + String.join(", ", known)
                                + ", in this order.");
                return Map.of();
            }
            Optional<Weight> weight = constant(name, step.group(2), Weight.class, "UNKNOWN_WEIGHT");
            if (weight.isEmpty()) {
                return Map.of();
            }
            if (before != null && !isStronger(weight.get(), before)) {
                faults.add(
                        at(name),
                        BAD_STEPS,
                        "Each step of @" + name + " is stronger than the one before it, in the same direction: not "
                                + weight.get() + " after " + before + ".");
            }
            last = place;
            before = weight.get();
            steps.put(reach.get(place), before);
        }
        return steps;
    }

    private static boolean isStronger(Weight weight, Weight before) {
        return weight.direction() == before.direction() && weight.strength().compareTo(before.strength()) > 0;
    }

    /** If a bracket is missing, or a condition has = for ==, Drools takes everything up to a later one as the value of the annotation. */
    private boolean isUnterminated() {
        Optional<AnnotationDescr> open = card.values().stream()
                .filter(a -> a.getSingleValue() != null
                        && a.getSingleValue().toString().contains("\n"))
                .findFirst();
        open.ifPresent(a -> faults.add(
                a.getLine(),
                "SYNTAX",
                "@" + a.getName()
                        + " does not end on its line: there or further down in the rule a bracket is missing, or a"
                        + " condition is not GradedReading( indicator == \"…\", grade >= Grade.… )."));
        return open.isPresent();
    }

    private void check(AnnotationDescr annotation) {
        String name = annotation.getName();
        if (!ANNOTATIONS.contains(name)) {
            faults.add(
                    annotation.getLine(),
                    "UNKNOWN_ANNOTATION",
                    "A card has no @" + name + "." + FaultCollector.hint("@", name, ANNOTATIONS));
        }
        // Drools would evaluate other values as expressions.
        if (!annotation.getValueMap().keySet().equals(Set.of(AnnotationDescr.VALUE))
                || !isValue(annotation.getSingleValueAsString().strip())) {
            faults.add(
                    annotation.getLine(),
                    "BAD_TEXT",
                    "@" + name + " has one value: a word, or a text in quotation marks without backslash,"
                            + " quotation mark or */.");
        }
    }

    private static boolean isValue(String text) {
        return isQuoted(text)
                ? isPlain(text.substring(1, text.length() - 1))
                : WORD.matcher(text).matches();
    }

    private static boolean isQuoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    /** Drools writes names and values of annotations into the Java sources that it generates, names into comments too. */
    private static boolean isPlain(String text) {
        return !text.contains("*/") && text.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
    }

    /** Drools silently drops duplicate annotations, so the source text is checked. */
    private void checkRepeats() {
        Set<String> seen = new TreeSet<>();
        boolean above = true;
        for (int i = rule.getLine() - 1; i < lines.size() && above; i++) {
            String bare = QUOTED_OR_COMMENT.matcher(lines.get(i)).replaceAll(" ");
            Matcher end = WHEN.matcher(bare);
            above = !end.find();
            Matcher annotation = ANNOTATION.matcher(above ? bare : bare.substring(0, end.start()));
            while (annotation.find()) {
                if (!seen.add(annotation.group(1))) {
                    faults.add(
                            i + 1, "REPEATED_ANNOTATION", "@" + annotation.group(1) + " appears twice in this rule.");
                }
            }
        }
    }

    private Optional<String> id() {
        Optional<String> id = value("id");
        if (id.isEmpty()) {
            faults.add(rule.getLine(), "MISSING_ID", "The card has no @id.");
        } else if (!ID.matcher(id.get()).matches()) {
            faults.add(at("id"), "BAD_ID", "An id is lower-case letters, digits and underscores.");
        }
        return id;
    }

    private void checkEffect() {
        boolean hasWeight = card.containsKey("alliance") || card.containsKey("partnership");
        boolean hasInterplay = card.containsKey("overrides") || card.containsKey("ceiling");
        if (hasWeight == hasInterplay || (card.containsKey("overrides") && card.containsKey("ceiling"))) {
            faults.add(
                    rule.getLine(),
                    "BAD_EFFECT",
                    "A rule has a weight (@alliance, @partnership), @overrides or a @ceiling; exactly one of the three.");
        }
    }

    private Optional<Weight> weight(String name) {
        return value(name).flatMap(given -> constant(name, given, Weight.class, "UNKNOWN_WEIGHT"));
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String given, Class<E> type, String code) {
        List<E> constants = List.of(type.getEnumConstants());
        Optional<E> found = constants.stream()
                .filter(constant -> constant.name().equals(given))
                .findFirst();
        if (found.isEmpty()) {
            String known = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
            faults.add(at(name), code, "@" + name + " is one of " + known + ", not " + Text.excerpt(given) + ".");
        }
        return found;
    }

    private int at(String name) {
        AnnotationDescr annotation = card.get(name);
        return annotation == null ? 0 : annotation.getLine();
    }

    private List<String> list(String name, String separator) {
        return value(name).stream()
                .flatMap(v -> Arrays.stream(v.split(separator, -1)))
                .map(String::strip)
                .toList();
    }

    /** The value without the quotes that the parser preserves. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(card.get(name))
                .map(AnnotationDescr::getSingleValue)
                .map(value -> value.toString().strip())
                .map(text -> isQuoted(text) ? text.substring(1, text.length() - 1) : text)
                .filter(bare -> !bare.isBlank());
    }

    private List<RuleCondition> conditions() {
        List<RuleCondition> conditions = new ArrayList<>();
        for (BaseDescr condition : rule.getLhs().getDescrs()) {
            int line = condition.getLine() > 0 ? condition.getLine() : rule.getLine();
            if (condition instanceof PatternDescr pattern) {
                condition(pattern, line).ifPresent(conditions::add);
            } else {
                rejectCondition(line);
            }
        }
        return List.copyOf(conditions);
    }

    private Optional<RuleCondition> condition(PatternDescr pattern, int line) {
        List<? extends BaseDescr> constraints = pattern.getConstraint().getDescrs();
        boolean plain = pattern.getObjectType().equals("GradedReading")
                && pattern.getIdentifier() == null
                && pattern.getSource() == null
                && (pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty())
                && constraints.size() == 2;
        Matcher indicator = INDICATOR.matcher(plain ? text(constraints.get(0)) : "");
        Matcher threshold = THRESHOLD.matcher(plain ? text(constraints.get(1)) : "");
        if (!indicator.matches() || !threshold.matches()) {
            rejectCondition(line);
            return Optional.empty();
        }
        Optional<ComparisonOperator> comparison = ComparisonOperator.ofSymbol(threshold.group(1));
        if (comparison.isEmpty()) {
            faults.add(
                    line, "UNKNOWN_COMPARISON", "A grade is compared by >= or <=, not by " + threshold.group(1) + ".");
        }
        String name = threshold.group(2);
        Optional<Grade> grade = Stream.of(Grade.values())
                .filter(known -> known != Grade.UNKNOWN && known.name().equals(name))
                .findFirst();
        if (grade.isEmpty()) {
            faults.add(line, "BAD_LITERAL", "There is no grade " + name + " to compare with.");
        }
        if (comparison.isEmpty() || grade.isEmpty()) {
            return Optional.empty();
        }
        if (grade.get() == comparison.get().trivialGrade()) {
            faults.add(line, "TRIVIAL_CONDITION", "Every known reading meets this condition.");
        }
        return Optional.of(new RuleCondition(indicator.group(1), comparison.get(), grade.get()));
    }

    private static String text(BaseDescr constraint) {
        return constraint instanceof ExprConstraintDescr expression
                ? expression.getExpression().strip()
                : "";
    }

    private void rejectCondition(int line) {
        faults.add(
                line,
                "UNREADABLE_CONDITION",
                "A condition reads GradedReading( indicator == \"…\", grade >= Grade.… ), or <=; nothing else.");
    }
}
