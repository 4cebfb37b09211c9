package entente.report.question;

import entente.model.Group;
import entente.model.Question;
import entente.model.Strength;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Setting;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.BalanceText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule book: at a terminal its ids and claims; as a document all rules, and what of the article each encodes. */
public final class RuleBookReport {

    private static final String GENERATED = "Generated from the rules (./entente rules list --format md)";

    private RuleBookReport() {}

    /** Whether a page was written from this report and not by hand. */
    public static boolean isGenerated(String page) {
        return page.contains(GENERATED);
    }

    public static Report of(RuleBook book, List<InventoryItem> items) {
        return new Report(
                "The rule book, version " + book.version(),
                book.rules().size() + " rules",
                List.of(new Only(Setting.TERMINAL, claims(book)), new Only(Setting.DOCUMENT, document(book, items))));
    }

    private static List<Block> claims(RuleBook book) {
        List<Block> blocks = new ArrayList<>();
        for (Group group : book.catalogue().allGroups()) {
            List<Item> items = new ArrayList<>();
            for (Rule rule : of(book, group)) {
                items.add(new Item(1, rule.id()));
                items.add(new Item(2, rule.claim()));
            }
            blocks.add(new Items(group.label(), items));
        }
        return blocks;
    }

    private static List<Rule> of(RuleBook book, Group group) {
        return book.rules().stream()
                .filter(rule -> rule.group().equals(group.id()))
                .toList();
    }

    private static List<Block> document(RuleBook book, List<InventoryItem> items) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.body(
                GENERATED + "; a test fails when it is out of date. How to write a rule: src/docs/rules.md.",
                count(book, RuleKind.CLAIM) + " claims, " + count(book, RuleKind.OVERRIDE) + " overrides, "
                        + count(book, RuleKind.CEILING) + " ceilings. A weight counts, in points: "
                        + weights(book, Question.ALLIANCE) + "; " + weights(book, Question.PARTNERSHIP)
                        + ". These sizes are this project's own (weights.yaml, each with its reason). “Project "
                        + "assumption” marks what else the article does not give."));
        for (Group group : book.catalogue().allGroups()) {
            boolean interplay = group.equals(Group.INTERPLAY);
            List<Row> rows = of(book, group).stream()
                    .map(rule -> Row.of(
                            1,
                            rule.claim() + " (" + rule.id() + ")",
                            when(rule),
                            interplay ? effect(rule, book) : weight(rule),
                            basis(rule)))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!interplay && !rows.isEmpty()) {
                rows.add(Row.of(
                        1,
                        group.id() + ", a " + Wording.word(group.kind()) + "; " + String.join(", ", group.cites())
                                + "."));
            }
            blocks.add(Table.words(
                    group.label(), "claim", List.of("when", interplay ? "effect" : "weight", "based on"), 0, rows));
        }
        blocks.add(Items.of("Tags, and the rules that carry them", tags(book)));
        blocks.add(Table.words(
                "Where the article is encoded",
                "item",
                List.of("in our words", "article", "rules", "what is left out, and why"),
                0,
                items.stream()
                        .filter(item -> !item.review())
                        .map(item -> row(item, book))
                        .toList()));
        List<Row> reviews = items.stream()
                .filter(InventoryItem::review)
                .map(RuleBookReport::review)
                .toList();
        if (!reviews.isEmpty()) {
            blocks.add(Table.words("Read again", "point", List.of("claim", "article", "answer"), 0, reviews));
        }
        return blocks;
    }

    private static long count(RuleBook book, RuleKind kind) {
        return book.rules().stream().filter(rule -> rule.kind() == kind).count();
    }

    private static String weights(RuleBook book, Question question) {
        return "on the " + Wording.word(question) + " "
                + Arrays.stream(Strength.values())
                        .map(strength -> Wording.word(strength) + " "
                                + Wording.figure(Objects.requireNonNull(
                                                book.weights().of(question).get(strength))
                                        .value()))
                        .collect(Collectors.joining(", "));
    }

    private static String when(Rule rule) {
        return rule.conditions().isEmpty()
                ? "always"
                : rule.conditions().stream().map(Wording::condition).collect(Collectors.joining(" and "));
    }

    private static String weight(Rule rule) {
        List<String> weights = new ArrayList<>();
        rule.alliance().map(Wording::word).ifPresent(weight -> weights.add("alliance: " + weight));
        rule.partnership().map(Wording::word).ifPresent(weight -> weights.add("partnership: " + weight));
        return String.join("; ", weights);
    }

    private static String basis(Rule rule) {
        return Stream.concat(
                        rule.cites().stream(), rule.projectAssumption().map("project assumption: "::concat).stream())
                .collect(Collectors.joining("; "));
    }

    private static String effect(Rule rule, RuleBook book) {
        if (rule.ceiling().isEmpty()) {
            return "silences what is tagged " + String.join(", ", rule.overrides());
        }
        String how = BalanceText.how(
                Objects.requireNonNull(book.ceilings().get(rule.ceiling().get())));
        return "ceiling " + rule.ceiling().get() + ": " + (how.isEmpty() ? "takes nothing back" : how);
    }

    private static List<String> tags(RuleBook book) {
        return book.rules().stream()
                .flatMap(rule -> rule.tags().stream())
                .distinct()
                .sorted()
                .map(tag -> tag + ": "
                        + book.rules().stream()
                                .filter(rule -> rule.tags().contains(tag))
                                .map(Rule::id)
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static Row review(InventoryItem item) {
        return Row.of(
                1,
                item.id(),
                item.words(),
                String.join("; ", item.cites()),
                item.leftOut().orElse(""));
    }

    private static Row row(InventoryItem item, RuleBook book) {
        String rules = book.rules().stream()
                .filter(rule -> rule.encodes().contains(item.id()))
                .map(Rule::id)
                .collect(Collectors.joining(", "));
        return new Row(
                1,
                Words.of(item.id()),
                List.of(
                        Words.of(item.words()),
                        Words.of(String.join("; ", item.cites())),
                        rules.isEmpty() ? Words.strong("left out") : Words.of(rules),
                        Words.of(item.leftOut().or(item::partly).orElse(""))));
    }
}
