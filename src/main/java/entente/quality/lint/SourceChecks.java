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

/** Whether each part of the book says where it comes from. */
final class SourceChecks {

    private static final Pattern MARK = Pattern.compile("(?:ours|checked|article)\\b.*");
    /** How the reasons of cut points begin that are read off anchors. */
    private static final String ANCHOR_PREFIX = "by its anchor: ";

    private final LintContext linting;

    SourceChecks(LintContext linting) {
        this.linting = linting;
    }

    void check() {
        for (Group group : linting.book().catalogue().groups()) {
            if (group.cites().isEmpty()) {
                linting.add(LintCode.UNCITED, linting.locations().group(group.id()), group.id());
            }
        }
        linting.book().catalogue().indicators().forEach(this::checkReasons);
        linting.inventory().forEach(this::checkItem);
    }

    private void checkReasons(Indicator indicator) {
        for (int n = 0; n < indicator.cutPoints().size(); n++) {
            CutPoint cut = indicator.cutPoints().get(n);
            if (!cut.reason().startsWith(ANCHOR_PREFIX) && !hasReason(cut.reason())) {
                linting.add(
                        LintCode.REASON_WITHOUT_MARK,
                        linting.locations().cutPoint(indicator.id(), n),
                        indicator.id(),
                        cut.grade().name());
            }
        }
    }

    private static boolean hasReason(String reason) {
        boolean sourced = !reason.startsWith("article") || reason.contains("§");
        return MARK.matcher(reason).matches() && sourced && CardChecks.wordCount(reason) > 0;
    }

    private void checkItem(InventoryItem item) {
        if (item.cites().isEmpty()) {
            linting.add(LintCode.UNCITED, linting.locations().item(item.id()), item.id());
        }
        List<Rule> encoding = linting.book().rules().stream()
                .filter(rule -> rule.encodes().contains(item.id()))
                .toList();
        if (encoding.isEmpty()) {
            return;
        }
        Set<String> cited =
                encoding.stream().flatMap(rule -> rule.cites().stream()).collect(Collectors.toSet());
        item.cites().stream()
                .filter(paragraph -> !cited.contains(paragraph))
                .forEach(paragraph -> linting.add(
                        LintCode.UNCITED_PARAGRAPH, linting.locations().item(item.id()), item.id(), paragraph));
        for (Rule rule : encoding) {
            if (!item.cites().isEmpty() && rule.cites().stream().noneMatch(item.cites()::contains)) {
                linting.add(LintCode.ENCODED_ELSEWHERE, rule, item.id());
            }
        }
    }
}
