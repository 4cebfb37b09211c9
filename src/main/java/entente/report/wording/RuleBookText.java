package entente.report.wording;

import entente.model.Group;
import entente.model.Question;
import entente.model.Strength;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of all rules says of each. */
public record RuleBookText(RuleBook book) {

    /** In every page that is written from the rules and not by hand. */
    public static final String GENERATED = "Generated from the rules (./entente rules list --format md)";

    public static boolean isGenerated(String page) {
        return page.contains(GENERATED);
    }

    public List<Rule> of(Group group) {
        return book.rules().stream()
                .filter(rule -> rule.group().equals(group.id()))
                .toList();
    }

    public long count(RuleKind kind) {
        return book.rules().stream().filter(rule -> rule.kind() == kind).count();
    }

    public String weights(Question question) {
        return "on the " + Wording.word(question) + " "
                + Arrays.stream(Strength.values())
                        .map(strength -> Wording.word(strength) + " "
                                + Wording.figure(Objects.requireNonNull(
                                                book.weights().of(question).get(strength))
                                        .value()))
                        .collect(Collectors.joining(", "));
    }

    public static String when(Rule rule) {
        return rule.conditions().isEmpty()
                ? "always"
                : rule.conditions().stream().map(Wording::condition).collect(Collectors.joining(" and "));
    }

    public static String weight(Rule rule) {
        List<String> weights = new ArrayList<>();
        rule.alliance().map(Wording::word).ifPresent(weight -> weights.add("alliance: " + weight));
        rule.partnership().map(Wording::word).ifPresent(weight -> weights.add("partnership: " + weight));
        return String.join("; ", weights);
    }

    public static String basis(Rule rule) {
        return Stream.concat(
                        rule.cites().stream(), rule.projectAssumption().map("project assumption: "::concat).stream())
                .collect(Collectors.joining("; "));
    }

    public String effect(Rule rule) {
        if (rule.ceiling().isEmpty()) {
            return "silences what is tagged " + String.join(", ", rule.overrides());
        }
        String how = BalanceText.how(
                Objects.requireNonNull(book.ceilings().get(rule.ceiling().get())));
        return "ceiling " + rule.ceiling().get() + ": " + (how.isEmpty() ? "takes nothing back" : how);
    }

    public List<String> tags() {
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

    /** The rules that encode an item of the article; empty where it is left out. */
    public String rules(InventoryItem item) {
        return book.rules().stream()
                .filter(rule -> rule.encodes().contains(item.id()))
                .map(Rule::id)
                .collect(Collectors.joining(", "));
    }
}
