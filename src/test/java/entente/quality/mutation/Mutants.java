package entente.quality.mutation;

import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.mutation.MutationRun.Mutant;
import entente.quality.mutation.MutationRun.Operator;
import entente.rulebook.RewrittenRuleBook;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All changes of one line in one rule: of the parsed cards, since the compiled book is written from them. And changes of
 * every number in {@code weights.yaml} and every cut point in {@code indicators.yaml}, in the text.
 */
final class Mutants {

    private final RuleBook book;
    private final List<String> tags;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(RuleBook book) {
        this.book = book;
        this.tags = book.rules().stream()
                .flatMap(r -> r.tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<Mutant> of(RuleBook book) throws IOException {
        Mutants all = new Mutants(book);
        book.rules().forEach(all::of);
        String weights = Files.readString(Shipped.RULES.resolve("weights.yaml"));
        all.weights(RewrittenRuleBook.tree(weights), "", weights, text -> RewrittenRuleBook.weights(book, text));
        all.cuts(Files.readString(Shipped.RULES.resolve("indicators.yaml")));
        return all.mutants;
    }

    private void of(Rule rule) {
        for (int c = 0; c < rule.conditions().size(); c++) {
            condition(rule, c);
        }
        add(Operator.RULE, rule, "rule left out", Optional.empty());
        for (Question question : Question.values()) {
            rule.weight(question).ifPresent(weight -> weight(rule, question, weight));
        }
        if (rule.kind() == RuleKind.OVERRIDE) {
            overrides(rule);
        } else {
            tags(rule);
        }
        rule.ceiling().ifPresent(kind -> {
            for (CeilingKind other : CeilingKind.values()) {
                if (other != kind) {
                    change(
                            Operator.CEILING_KIND,
                            rule,
                            "ceiling " + kind + " → " + other,
                            "ceiling",
                            Optional.of(other));
                }
            }
        });
    }

    private void condition(Rule rule, int place) {
        RuleCondition condition = rule.conditions().get(place);
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN
                    && Math.abs(grade.ordinal() - condition.threshold().ordinal()) == 1) {
                condition(
                        Operator.THRESHOLD,
                        rule,
                        place,
                        Optional.of(new RuleCondition(condition.indicator(), condition.comparison(), grade)));
            }
        }
        ComparisonOperator turned = condition.comparison() == ComparisonOperator.AT_LEAST
                ? ComparisonOperator.AT_MOST
                : ComparisonOperator.AT_LEAST;
        condition(
                Operator.COMPARISON,
                rule,
                place,
                Optional.of(new RuleCondition(condition.indicator(), turned, condition.threshold())));
        condition(Operator.CONDITION, rule, place, Optional.empty());
    }

    private void condition(Operator operator, Rule rule, int place, Optional<RuleCondition> other) {
        List<RuleCondition> conditions = new ArrayList<>(rule.conditions());
        RuleCondition before = conditions.remove(place);
        other.ifPresent(condition -> conditions.add(place, condition));
        String change = other.map(condition -> " → " + asks(condition)).orElse(" left out");
        change(operator, rule, before.indicator() + " " + asks(before) + change, "conditions", conditions);
    }

    private static String asks(RuleCondition condition) {
        return (condition.comparison() == ComparisonOperator.AT_LEAST ? "at least " : "at most ")
                + condition.threshold();
    }

    private void weight(Rule rule, Question question, Weight weight) {
        String component = question.name().toLowerCase(Locale.ROOT);
        String what = component + " " + weight;
        List<Strength> strengths =
                book.weights().of(question).keySet().stream().sorted().toList();
        for (Weight other : Weight.values()) {
            if (!strengths.contains(other.strength())) {
                continue;
            }
            int apart = Math.abs(strengths.indexOf(other.strength()) - strengths.indexOf(weight.strength()));
            boolean sameSide = other.direction() == weight.direction();
            if (sameSide ? apart == 1 : apart == 0) {
                Operator operator = sameSide ? Operator.STRENGTH : Operator.SIDE;
                change(operator, rule, what + " → " + other, component, Optional.of(other));
            }
        }
        change(Operator.WEIGHT, rule, what + " left out", component, Optional.empty());
    }

    private void tags(Rule rule) {
        for (String tag : tags) {
            boolean there = rule.tags().contains(tag);
            change(
                    there ? Operator.TAG : Operator.TAG_ADDED,
                    rule,
                    "tag " + tag + (there ? " left out" : " added"),
                    "tags",
                    toggled(rule.tags(), tag));
        }
    }

    private void overrides(Rule rule) {
        for (String tag : tags) {
            boolean there = rule.overrides().contains(tag);
            List<String> toggled = toggled(rule.overrides(), tag);
            String what = "overrides " + tag;
            change(Operator.OVERRIDE, rule, what + (there ? " left out" : " added"), "overrides", toggled);
            for (String other : tags) {
                if (there && !rule.overrides().contains(other)) {
                    change(Operator.OVERRIDE, rule, what + " → " + other, "overrides", toggled(toggled, other));
                }
            }
        }
    }

    private static List<String> toggled(List<String> words, String word) {
        List<String> toggled = new ArrayList<>(words);
        if (!toggled.remove(word)) {
            toggled.add(word);
        }
        return toggled;
    }

    private void change(Operator operator, Rule rule, String what, String component, Object value) {
        add(operator, rule, what, Optional.of(Records.with(rule, component, value)));
    }

    private void add(Operator operator, Rule rule, String what, Optional<Rule> changed) {
        mutants.add(new Mutant(operator, rule.id() + ": " + what, rule.id(), () -> {
            List<Rule> rules = new ArrayList<>(book.rules());
            rules.remove(rule);
            changed.ifPresent(rules::add);
            return RewrittenRuleBook.rules(book, rules);
        }));
    }

    /**
     * The change of a number, by the first pattern that its path matches; others, such as a version, are not changed.
     */
    private record Step(String path, Operator operator, Function<BigDecimal, BigDecimal> size) {}

    private static final List<Step> STEPS = List.of(
            new Step("weights/\\w+/\\w+/points", Operator.POINTS, points -> points.movePointLeft(1)),
            new Step("ceilings/\\w+/(kneePercent|limitPercent)", Operator.CEILING_FIGURE, by("1")),
            new Step("ceilings/\\w+/share", Operator.CEILING_FIGURE, by("0.05")),
            new Step("relationship/.*", Operator.STATE, by("0.5")),
            new Step("referenceClasses/classes/[\\w-]+/percent", Operator.BASE_RATE, by("1")));

    private static Function<BigDecimal, BigDecimal> by(String step) {
        return number -> new BigDecimal(step);
    }

    private void weights(Node node, String path, String text, Function<String, Optional<RuleBook>> read) {
        if (node instanceof ObjectNode object) {
            object.members()
                    .forEach((name, member) -> weights(member, path.isEmpty() ? name : path + "/" + name, text, read));
        } else if (node instanceof NumberNode number) {
            STEPS.stream().filter(step -> path.matches(step.path())).findFirst().ifPresent(step -> {
                String name = path.replace('/', ' ');
                move(step.operator(), name, name, number, step.size().apply(new BigDecimal(number.raw())), text, read);
            });
        }
    }

    /** An ordinal without cut points is graded by its anchors, so there is no number to change. */
    private void cuts(String text) {
        List<Node> items = ((ListNode) member(RewrittenRuleBook.tree(text), "indicators")).items();
        for (int i = 0; i < items.size(); i++) {
            Indicator indicator = book.catalogue().indicators().get(i);
            Map<String, Node> written = ((ObjectNode) items.get(i)).members();
            if (!written.containsKey("cutPoints")) {
                continue;
            }
            List<Node> cuts = ((ListNode) written.get("cutPoints")).items();
            int digits = cuts.stream()
                    .mapToInt(c -> new BigDecimal(from(c).raw()).scale())
                    .max()
                    .orElse(0);
            for (int c = 0; c < cuts.size(); c++) {
                String what =
                        indicator.id() + ": " + indicator.cutPoints().get(c).grade() + " from";
                move(
                        Operator.CUT,
                        what,
                        indicator.id(),
                        from(cuts.get(c)),
                        BigDecimal.ONE.movePointLeft(digits),
                        text,
                        yaml -> RewrittenRuleBook.catalogue(book, yaml));
            }
        }
    }

    private static NumberNode from(Node cut) {
        return (NumberNode) member(cut, "from");
    }

    private static Node member(Node node, String name) {
        return ((ObjectNode) node).members().get(name);
    }

    private void move(
            Operator operator,
            String what,
            String subject,
            NumberNode number,
            BigDecimal size,
            String text,
            Function<String, Optional<RuleBook>> read) {
        BigDecimal here = new BigDecimal(number.raw());
        for (BigDecimal there : List.of(here.subtract(size), here.add(size))) {
            String moved = there.stripTrailingZeros().toPlainString();
            mutants.add(new Mutant(
                    operator,
                    what + " " + number.raw() + " → " + moved,
                    subject,
                    () -> read.apply(replace(text, number, moved))));
        }
    }

    /** The text with the number replaced. */
    private static String replace(String text, NumberNode number, String moved) {
        int at = 0;
        for (int line = 1; line < number.location().line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        at += number.location().column() - 1;
        if (!text.startsWith(number.raw(), at)) {
            throw new IllegalStateException(number + " does not stand where it was read");
        }
        return text.substring(0, at) + moved + text.substring(at + number.raw().length());
    }
}
