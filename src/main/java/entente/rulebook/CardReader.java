package entente.rulebook;

import entente.document.Text;
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
import java.util.LinkedHashMap;
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
import lombok.RequiredArgsConstructor;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads and validates the annotations of a rule: each must be known, unique and well-formed. */
@RequiredArgsConstructor
final class CardReader {

    static final List<String> ANNOTATIONS = List.of(
            "id", "group", "alliance", "partnership", "overrides", "ceiling", "cites", "assumption", "tags", "encodes");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)");
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile("\"[^\"]*\"|//.*|/\\*.*?\\*/");
    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");

    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final Pattern STEP = Pattern.compile("(\\w+)\\s*:\\s*(\\w+)");
    private static final String BAD_STEPS = "BAD_STEPS";

    private final FaultCollector.OfFile faults;
    private final List<String> lines;

    /** The rules of a card: one, or one for each step of its weights; none for a card without id or group. */
    List<Rule> read(RuleDescr rule, List<RuleCondition> conditions) {
        int line = rule.getLine();
        Map<String, AnnotationDescr> card = new TreeMap<>();
        rule.getAnnotations().forEach(a -> card.put(a.getName(), a));
        if (isUnterminated(card)) {
            return List.of();
        }
        checkNames(card);
        checkValues(card);
        checkRepeats(line);
        Optional<String> id = id(card, line);
        Optional<String> group = value(card, "group");
        if (group.isEmpty()) {
            faults.add(line, "MISSING_GROUP", "The card has no @group.");
        }
        if (!rule.getName().endsWith(".") || rule.getName().strip().length() < 10) {
            faults.add(line, "BAD_CLAIM", "The name of a rule is a sentence that ends with a full stop.");
        }
        if (!isPlain(rule.getName())) {
            faults.add(line, "BAD_TEXT", "The name of a rule contains no backslash, straight quotation mark or */.");
        }
        boolean stepped = Stream.of("alliance", "partnership").anyMatch(name -> hasSteps(card, name));
        Optional<Weight> alliance = stepped ? Optional.empty() : weight(card, "alliance");
        Optional<Weight> partnership = stepped ? Optional.empty() : weight(card, "partnership");
        Optional<CeilingKind> ceiling = constant(card, "ceiling", CeilingKind.class, "UNKNOWN_CEILING")
                .or(() -> value(card, "ceiling").map(misspelt -> CeilingKind.NO_SWITCH));
        List<String> cites = list(card, "cites", ";");
        cites.stream()
                .filter(c -> !Article.isCitation(c))
                .forEach(c -> faults.add(
                        at(card, "cites"),
                        "BAD_CITATION",
                        "\"" + Text.excerpt(c) + "\" is not a citation such as §3 ¶4."));
        if (cites.isEmpty() && value(card, "assumption").isEmpty()) {
            faults.add(line, "MISSING_CITATION", "The card cites no paragraph and names no project assumption.");
        }
        if (id.isEmpty() || group.isEmpty()) {
            return List.of();
        }
        checkEffect(card, line);
        if (rule.getLhs().getDescrs().isEmpty() && ceiling.isEmpty()) {
            faults.add(line, "NO_CONDITION", "Only a ceiling may hold without a condition.");
        }
        Rule whole = new Rule(
                id.get(),
                group.get(),
                rule.getName(),
                alliance,
                partnership,
                cites,
                value(card, "assumption"),
                list(card, "tags", ","),
                list(card, "encodes", ","),
                conditions,
                list(card, "overrides", ","),
                ceiling);
        // A condition that cannot be read is a fault of its own.
        boolean readable = conditions.size() == rule.getLhs().getDescrs().size();
        return stepped && readable ? steps(whole, card) : List.of(whole);
    }

    private static boolean hasSteps(Map<String, AnnotationDescr> card, String name) {
        return value(card, name).filter(value -> value.contains(":")).isPresent();
    }

    /** A rule for each grade with which a step of one of the two weights begins; the card itself if the steps are faulty. */
    private List<Rule> steps(Rule whole, Map<String, AnnotationDescr> card) {
        int line = at(card, hasSteps(card, "alliance") ? "alliance" : "partnership");
        if (whole.conditions().isEmpty()) {
            faults.add(line, BAD_STEPS, "Steps are grades of the first condition, and this rule has none.");
            return List.of(whole);
        }
        RuleCondition first = whole.conditions().get(0);
        List<Grade> reach = Stream.of(Grade.values())
                .filter(first::isMetBy)
                .sorted(Comparator.comparingInt(grade -> first.comparison().direction() * grade.ordinal()))
                .toList();
        Map<Grade, Weight> alliance = steps(card, "alliance", reach);
        Map<Grade, Weight> partnership = steps(card, "partnership", reach);
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
            steps.add(new Rule(
                    steps.isEmpty()
                            ? whole.id()
                            : whole.id() + "_" + grade.name().toLowerCase(Locale.ROOT),
                    whole.group(),
                    whole.claim(),
                    ally,
                    partner,
                    whole.cites(),
                    whole.projectAssumption(),
                    whole.tags(),
                    whole.encodes(),
                    conditions,
                    whole.overrides(),
                    whole.ceiling(),
                    Optional.of(whole.id()),
                    Optional.of(grade),
                    ally.isPresent() ? allianceBefore : Optional.empty(),
                    partner.isPresent() ? partnershipBefore : Optional.empty()));
            allianceBefore = ally.isPresent() ? ally : allianceBefore;
            partnershipBefore = partner.isPresent() ? partner : partnershipBefore;
        }
        return steps.isEmpty() ? List.of(whole) : steps;
    }

    /** The weights of a question by the grades with which they begin; a plain weight begins with the threshold. */
    private Map<Grade, Weight> steps(Map<String, AnnotationDescr> card, String name, List<Grade> reach) {
        Map<Grade, Weight> steps = new EnumMap<>(Grade.class);
        if (!hasSteps(card, name)) {
            weight(card, name).ifPresent(weight -> steps.put(reach.get(0), weight));
            return steps;
        }
        int last = -1;
        Weight before = null;
        for (String part : list(card, name, ";")) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                String given = "\"" + Text.excerpt(part) + "\"";
                faults.add(at(card, name), BAD_STEPS, given + " is not a step such as HIGH: STRONGLY_AGAINST.");
                return Map.of();
            }
            int place = reach.stream().map(Grade::name).toList().indexOf(step.group(1));
            if (place <= last) {
                String known = reach.stream().map(Grade::name).collect(Collectors.joining(", "));
                faults.add(
                        at(card, name),
                        BAD_STEPS,
                        "The steps of @" + name + " go away from the threshold: " + known + ", in this order.");
                return Map.of();
            }
            Optional<Weight> weight =
                    constant(at(card, name), "@" + name, step.group(2), Weight.class, "UNKNOWN_WEIGHT");
            if (weight.isEmpty()) {
                return Map.of();
            }
            if (before != null && !isStronger(weight.get(), before)) {
                faults.add(
                        at(card, name),
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

    private Optional<Weight> weight(Map<String, AnnotationDescr> card, String name) {
        return constant(card, name, Weight.class, "UNKNOWN_WEIGHT");
    }

    /** If a bracket is missing, or a condition has = for ==, Drools takes everything up to a later one as the value of the annotation. */
    private boolean isUnterminated(Map<String, AnnotationDescr> card) {
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

    private void checkNames(Map<String, AnnotationDescr> card) {
        card.values().stream()
                .filter(a -> !ANNOTATIONS.contains(a.getName()))
                .forEach(a -> faults.add(
                        a.getLine(),
                        "UNKNOWN_ANNOTATION",
                        "A card has no @" + a.getName() + "." + FaultCollector.hint("@", a.getName(), ANNOTATIONS)));
    }

    /** Drools would evaluate other values as expressions. */
    private void checkValues(Map<String, AnnotationDescr> card) {
        card.values().stream()
                .filter(a -> !a.getValueMap().keySet().equals(Set.of(AnnotationDescr.VALUE))
                        || !isValue(a.getSingleValueAsString().strip()))
                .forEach(a -> faults.add(
                        a.getLine(),
                        "BAD_TEXT",
                        "@" + a.getName() + " has one value: a word, or a text in quotation marks without backslash,"
                                + " quotation mark or */."));
    }

    private static boolean isValue(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? isPlain(text.substring(1, text.length() - 1))
                : WORD.matcher(text).matches();
    }

    /** Drools writes names and values of annotations into the Java sources that it generates, names into comments too. */
    private static boolean isPlain(String text) {
        return !text.contains("*/") && text.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
    }

    /** Drools silently drops duplicate annotations, so the source text is checked. */
    private void checkRepeats(int ruleLine) {
        Set<String> seen = new TreeSet<>();
        boolean card = true;
        for (int i = ruleLine - 1; i < lines.size() && card; i++) {
            String bare = QUOTED_OR_COMMENT.matcher(lines.get(i)).replaceAll(" ");
            Matcher end = WHEN.matcher(bare);
            card = !end.find();
            Matcher annotation = ANNOTATION.matcher(card ? bare : bare.substring(0, end.start()));
            while (annotation.find()) {
                if (!seen.add(annotation.group(1))) {
                    faults.add(
                            i + 1, "REPEATED_ANNOTATION", "@" + annotation.group(1) + " appears twice in this rule.");
                }
            }
        }
    }

    private Optional<String> id(Map<String, AnnotationDescr> card, int line) {
        Optional<String> id = value(card, "id");
        if (id.isEmpty()) {
            faults.add(line, "MISSING_ID", "The card has no @id.");
        } else if (!ID.matcher(id.get()).matches()) {
            faults.add(at(card, "id"), "BAD_ID", "An id is lower-case letters, digits and underscores.");
        }
        return id;
    }

    private void checkEffect(Map<String, AnnotationDescr> card, int line) {
        boolean hasWeight = card.containsKey("alliance") || card.containsKey("partnership");
        boolean hasInterplay = card.containsKey("overrides") || card.containsKey("ceiling");
        if (hasWeight == hasInterplay || (card.containsKey("overrides") && card.containsKey("ceiling"))) {
            faults.add(
                    line,
                    "BAD_EFFECT",
                    "A rule has a weight (@alliance, @partnership), @overrides or a @ceiling; exactly one of the three.");
        }
    }

    private <E extends Enum<E>> Optional<E> constant(
            Map<String, AnnotationDescr> card, String name, Class<E> type, String code) {
        return value(card, name).flatMap(given -> constant(at(card, name), "@" + name, given, type, code));
    }

    private <E extends Enum<E>> Optional<E> constant(int line, String what, String given, Class<E> type, String code) {
        Map<String, E> constants = new LinkedHashMap<>();
        Stream.of(type.getEnumConstants()).forEach(constant -> constants.put(constant.name(), constant));
        if (!constants.containsKey(given)) {
            String known = String.join(", ", constants.keySet());
            faults.add(line, code, what + " is one of " + known + ", not " + Text.excerpt(given) + ".");
        }
        return Optional.ofNullable(constants.get(given));
    }

    private int at(Map<String, AnnotationDescr> card, String name) {
        AnnotationDescr annotation = card.get(name);
        return annotation == null ? 0 : annotation.getLine();
    }

    private static List<String> list(Map<String, AnnotationDescr> card, String name, String separator) {
        return value(card, name).stream()
                .flatMap(v -> Arrays.stream(v.split(separator, -1)))
                .map(String::strip)
                .toList();
    }

    /** The value without the quotes that the parser preserves. */
    private static Optional<String> value(Map<String, AnnotationDescr> card, String name) {
        AnnotationDescr annotation = card.get(name);
        if (annotation == null || annotation.getSingleValue() == null) {
            return Optional.empty();
        }
        String text = annotation.getSingleValue().toString().strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String bare = quoted ? text.substring(1, text.length() - 1) : text;
        return bare.isBlank() ? Optional.empty() : Optional.of(bare);
    }
}
