package entente.quality.lint;

import entente.model.CutPoint;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that each part of the rule book names its source. */
record SourceChecks(LintContext context) {

    private static final Pattern MARK = Pattern.compile("(?:assumption|checked|article)\\b.*");
    /** Prefix of the reasons of cut points derived from anchors. */
    private static final String ANCHOR_PREFIX = "by its anchor: ";

    void check() {
        for (Group group : context.book().catalogue().groups()) {
            if (group.cites().isEmpty()) {
                context.add(LintCode.UNCITED, context.locations().at("group", group.id()), group.id());
            }
        }
        context.book().catalogue().indicators().forEach(this::checkReasons);
        context.inventory().forEach(this::checkItem);
    }

    private void checkReasons(Indicator indicator) {
        for (CutPoint cut : indicator.cutPoints()) {
            if (!cut.reason().startsWith(ANCHOR_PREFIX) && !hasReason(cut.reason())) {
                context.add(LintCode.REASON_WITHOUT_MARK, indicator, cut.grade());
            }
        }
    }

    private static boolean hasReason(String reason) {
        boolean sourced = !reason.startsWith("article") || reason.contains("§");
        return MARK.matcher(reason).matches() && sourced && CardChecks.wordCount(reason) > 0;
    }

    private void checkItem(InventoryItem item) {
        if (item.cites().isEmpty()) {
            context.add(LintCode.UNCITED, context.locations().at("item", item.id()), item.id());
        }
        List<Rule> encoding = context.book().rules().stream()
                .filter(rule -> rule.encodes().contains(item.id()))
                .toList();
        if (encoding.isEmpty()) {
            return;
        }
        Set<String> cited =
                encoding.stream().flatMap(rule -> rule.cites().stream()).collect(Collectors.toSet());
        item.cites().stream()
                .filter(paragraph -> !cited.contains(paragraph))
                .forEach(paragraph -> context.add(
                        LintCode.UNCITED_PARAGRAPH, context.locations().at("item", item.id()), item.id(), paragraph));
        for (Rule rule : encoding) {
            if (!item.cites().isEmpty() && rule.cites().stream().noneMatch(item.cites()::contains)) {
                context.add(LintCode.ENCODED_ELSEWHERE, rule, item.id());
            }
        }
    }
}
