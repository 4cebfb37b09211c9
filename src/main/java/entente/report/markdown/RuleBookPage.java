package entente.report.markdown;

import entente.model.Group;
import entente.model.Question;
import entente.model.Strength;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.report.form.MarkdownText;
import entente.report.text.BalanceText;
import entente.report.text.RuleText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The reference page of a rule book: rules by group, and the rules that encode each item of the article. */
public final class RuleBookPage {

    private static final String GENERATED = "Generated from the rules (`./entente rules list --format md`)";

    private RuleBookPage() {}

    /** Whether a page was written by {@link #markdown} and not by hand. */
    public static boolean isGenerated(String page) {
        return page.contains(GENERATED);
    }

    public static String markdown(RuleBook book, List<InventoryItem> items) {
        StringBuilder md = new StringBuilder("# The rule book, version " + book.version() + "\n\n");
        md.append(GENERATED).append("; a test fails when it is out of date. ");
        md.append("How to write a rule: [src/docs/rules.md](../src/docs/rules.md).\n\n");
        long claims =
                book.rules().stream().filter(r -> r.kind() == RuleKind.CLAIM).count();
        md.append(book.rules().size())
                .append(" rules: ")
                .append(claims)
                .append(" claims, ")
                .append(book.rules().stream()
                        .filter(r -> r.kind() == RuleKind.OVERRIDE)
                        .count())
                .append(" overrides, ")
                .append(book.rules().stream()
                        .filter(r -> r.kind() == RuleKind.CEILING)
                        .count())
                .append(" ceilings. ");
        md.append("A weight counts, in points: ");
        md.append(weights(book, Question.ALLIANCE)).append("; ").append(weights(book, Question.PARTNERSHIP));
        md.append(". These sizes are this project's own (`weights.yaml`, each with its reason). ");
        md.append("*Project assumption* marks what else the article does not give.\n");
        for (Group group : book.catalogue().groups()) {
            group(md, book, group);
        }
        interplay(md, book);
        inventory(md, book, items);
        return md.toString().replace(Wording.GLUE, ' ');
    }

    private static String weights(RuleBook book, Question question) {
        return "on the " + question.name().toLowerCase(Locale.ROOT) + " "
                + Arrays.stream(Strength.values())
                        .map(strength -> strength.name().toLowerCase(Locale.ROOT) + " "
                                + Wording.figure(Objects.requireNonNull(
                                                book.weights().of(question).get(strength))
                                        .value()))
                        .collect(Collectors.joining(", "));
    }

    private static void group(StringBuilder md, RuleBook book, Group group) {
        if (book.rules().stream().noneMatch(rule -> rule.group().equals(group.id()))) {
            return;
        }
        md.append("\n## ")
                .append(group.label())
                .append("\n\n`")
                .append(group.id())
                .append("`, a ")
                .append(group.kind().name().toLowerCase(Locale.ROOT))
                .append("; ")
                .append(String.join(", ", group.cites()))
                .append("\n\n");
        md.append("| claim | when | weighs | based on |\n|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            if (rule.group().equals(group.id())) {
                MarkdownText.row(md, claim(rule), when(rule), weighs(rule), basis(rule));
            }
        }
    }

    private static String claim(Rule rule) {
        return MarkdownText.cell(rule.claim()) + " `" + rule.id() + "`";
    }

    private static String when(Rule rule) {
        return rule.conditions().isEmpty()
                ? "always"
                : rule.conditions().stream()
                        .map(condition -> "`" + condition.indicator() + "` " + Wording.threshold(condition))
                        .collect(Collectors.joining(" and "));
    }

    private static String weighs(Rule rule) {
        List<String> weights = new ArrayList<>();
        RuleText.weight(rule.alliance()).ifPresent(weight -> weights.add("alliance: " + weight));
        RuleText.weight(rule.partnership()).ifPresent(weight -> weights.add("partnership: " + weight));
        return String.join("; ", weights);
    }

    private static String basis(Rule rule) {
        String cites = String.join("; ", rule.cites());
        return rule.projectAssumption()
                .map(assumption -> (cites.isEmpty() ? "" : cites + "; ") + "*project assumption:* "
                        + MarkdownText.cell(assumption))
                .orElse(cites);
    }

    private static void interplay(StringBuilder md, RuleBook book) {
        MarkdownText.heading(md, Group.INTERPLAY.label())
                .append("| claim | when | does | based on |\n|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            if (rule.kind() != RuleKind.CLAIM) {
                MarkdownText.row(md, claim(rule), when(rule), does(rule, book), basis(rule));
            }
        }
        md.append("\nTags, and the rules that carry them:\n\n");
        book.rules().stream()
                .flatMap(rule -> rule.tags().stream())
                .distinct()
                .sorted()
                .forEach(tag -> md.append("- `")
                        .append(tag)
                        .append("`: ")
                        .append(book.rules().stream()
                                .filter(rule -> rule.tags().contains(tag))
                                .map(rule -> "`" + rule.id() + "`")
                                .collect(Collectors.joining(", ")))
                        .append('\n'));
    }

    private static String does(Rule rule, RuleBook book) {
        if (rule.ceiling().isEmpty()) {
            return "silences what is tagged `" + String.join("`, `", rule.overrides()) + "`";
        }
        String how = BalanceText.how(
                Objects.requireNonNull(book.ceilings().get(rule.ceiling().get())));
        return "ceiling " + rule.ceiling().get() + ": " + (how.isEmpty() ? "takes nothing back" : how);
    }

    private static void inventory(StringBuilder md, RuleBook book, List<InventoryItem> items) {
        md.append("\n## Where the article is encoded\n\n");
        md.append("| item | in our words | article | rules | what is left out, and why |\n|---|---|---|---|---|\n");
        for (InventoryItem item : items) {
            List<String> rules = book.rules().stream()
                    .filter(r -> r.encodes().contains(item.id()))
                    .map(r -> "`" + r.id() + "`")
                    .toList();
            MarkdownText.row(
                    md,
                    item.id(),
                    MarkdownText.cell(item.words()),
                    String.join("; ", item.cites()),
                    rules.isEmpty() ? "**left out**" : String.join(", ", rules),
                    MarkdownText.cell(item.leftOut().or(item::partly).orElse("")));
        }
    }
}
