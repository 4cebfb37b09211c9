package entente.quality.lint;

import entente.model.rule.Rule;
import entente.model.rule.RuleBookLocation;
import entente.quality.cases.RuleCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of what is kept beside a rule book: its cases, and the files generated from it. */
record CompanionChecks(LintContext context) {

    /** A book without any case is not checked for groups without a case. */
    void check(List<RuleCase> cases, List<GeneratedFile> generated) {
        Set<String> groups = cases.stream()
                .flatMap(one -> one.rules().stream())
                .map(rule -> context.book().find(rule).orElseThrow().group())
                .collect(Collectors.toSet());
        for (Rule rule : cases.isEmpty() ? List.<Rule>of() : context.book().rules()) {
            if (groups.add(rule.group())) {
                context.add(LintCode.GROUP_WITHOUT_CASE, context.locations().at("rule", rule.id()), rule.group());
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
}
