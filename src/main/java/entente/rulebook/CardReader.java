package entente.rulebook;

import entente.document.Text;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.InventoryReader.Article;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private final FaultCollector.OfFile faults;
    private final List<String> lines;

    Optional<Rule> read(RuleDescr rule, List<RuleCondition> conditions) {
        int line = rule.getLine();
        Map<String, AnnotationDescr> card = new TreeMap<>();
        rule.getAnnotations().forEach(a -> card.put(a.getName(), a));
        if (isUnterminated(card)) {
            return Optional.empty();
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
        Optional<Weight> alliance = constant(card, "alliance", Weight.class, "UNKNOWN_WEIGHT");
        Optional<Weight> partnership = constant(card, "partnership", Weight.class, "UNKNOWN_WEIGHT");
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
            return Optional.empty();
        }
        checkEffect(card, line);
        if (rule.getLhs().getDescrs().isEmpty() && ceiling.isEmpty()) {
            faults.add(line, "NO_CONDITION", "Only a ceiling may hold without a condition.");
        }
        return Optional.of(new Rule(
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
                ceiling));
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
        return value(card, name).flatMap(given -> {
            Map<String, E> constants = new LinkedHashMap<>();
            Stream.of(type.getEnumConstants()).forEach(constant -> constants.put(constant.name(), constant));
            if (!constants.containsKey(given)) {
                String known = String.join(", ", constants.keySet());
                faults.add(
                        at(card, name),
                        code,
                        "@" + name + " is one of " + known + ", not " + Text.excerpt(given) + ".");
            }
            return Optional.ofNullable(constants.get(given));
        });
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
