package entente.report.text;

import entente.model.Group;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.RuleKind;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger as text: every rule by group, with its status and its distances. */
public final class LedgerText {

    private final TextStyle style;

    public LedgerText(TextStyle style) {
        this.style = style;
    }

    /** The whole ledger, or one rule of it. */
    public String write(Assessment assessment, Optional<String> rule) {
        TextPage page = new TextPage(style);
        if (rule.isPresent()) {
            assessment.ledger().stream()
                    .filter(row -> row.rule().id().equals(rule.get()))
                    .forEach(row -> one(page, row, assessment));
            return page.toString();
        }
        TextPage.wrapped(assessment.scenario().title(), TextPage.WIDTH).forEach(line -> page.line(style.strong(line)));
        page.paragraph(0, String.join(" ", AssessmentSentences.headline(assessment, LikelihoodScale.ICD203)));
        page.blankLine()
                .paragraph(
                        0,
                        Arrays.stream(LedgerStatus.values())
                                .map(status -> mark(status)
                                        + Wording.GLUE
                                        + described(status).replace(' ', Wording.GLUE))
                                .collect(Collectors.joining(" · ")));
        List<Group> groups = new ArrayList<>(assessment.catalogue().groups());
        groups.add(Group.INTERPLAY);
        for (Group group : groups) {
            List<LedgerRow> rows = assessment.ledger().stream()
                    .filter(row -> row.rule().group().equals(group.id()))
                    .toList();
            if (!rows.isEmpty()) {
                page.heading(group.label(), group.equals(Group.INTERPLAY) ? "" : "alliance  partnership");
                rows.forEach(row -> row(page, row, assessment));
            }
        }
        return page.toString();
    }

    private void row(TextPage page, LedgerRow row, Assessment assessment) {
        boolean counts = row.fired() && row.rule().kind() == RuleKind.CLAIM;
        List<String> lines = TextPage.wrapped(row.rule().claim(), TextPage.WIDTH - 26);
        for (int i = 0; i < lines.size(); i++) {
            String text = (i == 0 ? mark(row.status()) + " " : "  ") + lines.get(i);
            boolean last = i == lines.size() - 1;
            page.line(row.fired() ? text + (last && counts ? columns(text, row) : "") : style.faint(text));
        }
        List<String> card = new ArrayList<>(List.of(row.rule().id()));
        card.addAll(
                row.rule().cites().isEmpty()
                        ? List.of("project assumption")
                        : row.rule().cites());
        faint(page, String.join(", ", card));
        overridden(row, assessment).ifPresent(by -> faint(page, by));
        row.conditions()
                .forEach(condition -> faint(
                        page,
                        row.fired()
                                ? ConditionText.of(condition, assessment.catalogue())
                                : ConditionText.judged(condition, assessment.catalogue())));
    }

    private static String columns(String text, LedgerRow row) {
        String space = " ".repeat(TextPage.WIDTH - 22 - TextPage.width(text));
        return space
                + String.format(
                        Locale.ROOT,
                        "%9s  %9s",
                        Wording.pointsOrDot(row.alliancePoints()),
                        Wording.pointsOrDot(row.partnershipPoints()));
    }

    private void faint(TextPage page, String text) {
        TextPage.wrapped(text, TextPage.WIDTH - 4).forEach(line -> page.line(style.faint("    " + line)));
    }

    private static Optional<String> overridden(LedgerRow row, Assessment assessment) {
        return row.overriddenBy().map(by -> {
            boolean ceiling = assessment.ledger().stream()
                    .map(LedgerRow::rule)
                    .anyMatch(rule -> rule.id().equals(by) && rule.kind() == RuleKind.CEILING);
            return (ceiling ? "replaced by " : "silenced by ") + by;
        });
    }

    private static String mark(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "●";
            case NOT_FIRED -> "○";
            case UNDETERMINED -> "?";
            case OVERRIDDEN -> "⊘";
            case DISABLED -> "–";
        };
    }

    private void one(TextPage page, LedgerRow row, Assessment assessment) {
        RuleText.card(page, row.rule());
        page.blankLine();
        TextPage.wrapped(assessment.scenario().title() + ": " + described(row.status()), TextPage.WIDTH)
                .forEach(line -> page.line(style.strong(line)));
        overridden(row, assessment).ifPresent(by -> page.line("  " + by));
        row.conditions()
                .forEach(condition -> page.hanging(2, 4, ConditionText.judged(condition, assessment.catalogue())));
        if (row.rule().kind() == RuleKind.CLAIM) {
            page.line("  Points on an alliance " + Wording.points(row.alliancePoints()) + ", on the partnership "
                    + Wording.points(row.partnershipPoints()) + (row.fired() ? "." : ", if it counted."));
        }
    }

    private static String described(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "holds and counts";
            case NOT_FIRED -> "does not hold";
            case UNDETERMINED -> "depends on an unrated indicator";
            case OVERRIDDEN -> "holds, but another rule silences it";
            case DISABLED -> "switched off by an assumption";
        };
    }
}
