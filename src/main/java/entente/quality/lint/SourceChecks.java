package entente.quality.lint;

import entente.model.Grade;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.CutPoint;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBookLocation;
import entente.quality.lint.Linter.GeneratedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that each part of the rule book names its source and that what is derived from the book is up to date. */
record SourceChecks(LintContext context) {

    private static final Pattern MARK = Pattern.compile("(?:assumption|checked|article)\\b.*");
    /** Prefix of the reasons of cut points derived from anchors. */
    private static final String ANCHOR_PREFIX = "by its anchor: ";

    void check(List<GeneratedFile> generated) {
        checkCards();
        for (Group group : context.book().catalogue().groups()) {
            if (group.cites().isEmpty()) {
                context.add(LintCode.UNCITED, context.locations().at("group", group.id()), group.id());
            }
        }
        for (InventoryItem item : context.inventory()) {
            if (item.cites().isEmpty()) {
                context.add(LintCode.UNCITED, context.locations().at("item", item.id()), item.id());
            }
        }
        for (Indicator indicator : context.book().catalogue().indicators()) {
            for (CutPoint cut : indicator.cutPoints()) {
                if (!cut.reason().startsWith(ANCHOR_PREFIX) && !namesSource(cut.reason())) {
                    int place = cut.grade().ordinal() - Grade.LOW.ordinal();
                    context.add(
                            LintCode.REASON_WITHOUT_MARK,
                            context.locations().at("indicator", indicator.id(), "cut", place),
                            indicator.id(),
                            cut.grade().name());
                }
            }
        }
        generated.stream()
                .filter(file -> file.firstDifference() > 0)
                .forEach(file -> context.add(
                        LintCode.STALE_FILE,
                        new RuleBookLocation(file.name(), file.firstDifference()),
                        file.name(),
                        file.command()));
    }

    private void checkCards() {
        Set<String> silenced = context.book().rules().stream()
                .flatMap(rule -> rule.overrides().stream())
                .collect(Collectors.toSet());
        silenced.add(context.book().relationship().pactTag());
        for (Rule rule : context.book().cards()) {
            rule.projectAssumption()
                    .filter(assumption -> !Linter.isReason(assumption))
                    .ifPresent(assumption -> context.add(LintCode.ASSUMPTION_WITHOUT_REASON, rule, assumption));
            for (String tag : new HashSet<>(rule.tags())) {
                if (!silenced.contains(tag)) {
                    context.add(LintCode.TAG_UNUSED, rule, tag);
                }
            }
        }
    }

    private static boolean namesSource(String reason) {
        boolean sourced = !reason.startsWith("article") || reason.contains("§");
        return MARK.matcher(reason).matches() && sourced && Linter.wordCount(reason) > 0;
    }
}
