package entente.briefing;

import entente.domain.Group;
import entente.domain.InventoryItem;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.RuleKind;
import java.util.List;
import java.util.Locale;

/** The page that stands beside the rules: all of them by barrier, and where each item of the article is encoded. */
public final class RuleBookPage {

    private RuleBookPage() {}

    public static String markdown(RuleBook book, List<InventoryItem> items) {
        StringBuilder md = new StringBuilder("# The rule book, version " + book.version() + "\n\n");
        md.append(
                "Generated from the rules (`./entente rules list --format md`); a test fails when it is out of date. ");
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
        md.append("Every size of a weight is this project's own (`weights.yaml`, each with its reason). ");
        md.append("*ours* says what else the article does not give.\n");
        for (Group group : book.catalogue().groups()) {
            group(md, book, group);
        }
        interplay(md, book);
        inventory(md, book, items);
        return md.toString();
    }

    private static void group(StringBuilder md, RuleBook book, Group group) {
        md.append("\n## ")
                .append(group.label())
                .append("\n\n`")
                .append(group.id())
                .append("`, a ")
                .append(group.kind().name().toLowerCase(Locale.ROOT))
                .append("; ")
                .append(String.join(", ", group.cites()))
                .append("\n\n");
        md.append("| rule | claim | when | alliance | partnership | article | ours | encodes | tags |\n");
        md.append("|---|---|---|---|---|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            if (rule.group().equals(group.id())) {
                row(
                        md,
                        List.of(
                                "`" + rule.id() + "`",
                                Markdown.cell(rule.claim()),
                                RuleText.conditions(rule),
                                RuleText.weight(rule.alliance()).orElse("·"),
                                RuleText.weight(rule.partnership()).orElse("·"),
                                String.join("; ", rule.cites()),
                                rule.ours().map(Markdown::cell).orElse(""),
                                String.join(", ", rule.encodes()),
                                String.join(", ", rule.tags())));
            }
        }
    }

    private static void interplay(StringBuilder md, RuleBook book) {
        md.append("\n## ").append(Group.INTERPLAY.label()).append("\n\n");
        md.append("| rule | claim | when | does | article | ours | encodes |\n|---|---|---|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            if (rule.kind() != RuleKind.CLAIM) {
                row(
                        md,
                        List.of(
                                "`" + rule.id() + "`",
                                Markdown.cell(rule.claim()),
                                RuleText.conditions(rule),
                                rule.ceiling()
                                        .map(c -> "ceiling " + c)
                                        .orElse("silences what is tagged " + String.join(", ", rule.overrides())),
                                String.join("; ", rule.cites()),
                                rule.ours().map(Markdown::cell).orElse(""),
                                String.join(", ", rule.encodes())));
            }
        }
    }

    private static void inventory(StringBuilder md, RuleBook book, List<InventoryItem> items) {
        md.append("\n## Where the article is encoded\n\n");
        md.append("| item | in our words | article | rules | what is left out, and why |\n|---|---|---|---|---|\n");
        for (InventoryItem item : items) {
            List<String> rules = book.rules().stream()
                    .filter(r -> r.encodes().contains(item.id()))
                    .map(r -> "`" + r.id() + "`")
                    .toList();
            row(
                    md,
                    List.of(
                            item.id(),
                            Markdown.cell(item.words()),
                            String.join("; ", item.cites()),
                            rules.isEmpty() ? "**left out**" : String.join(", ", rules),
                            Markdown.cell(item.leftOut().or(item::partly).orElse(""))));
        }
    }

    private static void row(StringBuilder md, List<String> cells) {
        md.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
