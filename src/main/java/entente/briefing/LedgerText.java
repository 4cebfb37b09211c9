package entente.briefing;

import entente.domain.Assessment;
import entente.domain.ConditionRow;
import entente.domain.Group;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.Points;
import entente.domain.RuleKind;
import entente.domain.ScaleOfWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger in words: every rule by barrier, what became of it, and how far off it was. */
public final class LedgerText {

    private final Style style;

    public LedgerText(Style style) {
        this.style = style;
    }

    /** The whole ledger, or one rule of it. */
    public String write(Assessment assessment, Optional<String> rule) {
        Page page = new Page(style);
        if (rule.isPresent()) {
            assessment.ledger().stream()
                    .filter(row -> row.rule().id().equals(rule.get()))
                    .forEach(row -> one(page, row, assessment));
            return page.toString();
        }
        page.line(style.strong(assessment.scenario().title()));
        page.paragraph(0, String.join(" ", Sentences.headline(assessment, ScaleOfWords.ICD203)));
        List<Group> groups = new ArrayList<>(assessment.catalogue().groups());
        groups.add(Group.INTERPLAY);
        for (Group group : groups) {
            page.heading(group.label(), "alliance  partnership");
            assessment.ledger().stream()
                    .filter(row -> row.rule().group().equals(group.id()))
                    .forEach(row -> row(page, row, assessment));
        }
        return page.toString();
    }

    private void row(Page page, LedgerRow row, Assessment assessment) {
        String mark = mark(row.status());
        boolean claim = row.rule().kind() == RuleKind.CLAIM;
        boolean counts = row.fired() && claim;
        String points =
                counts ? String.format("%9s  %9s", figure(row.alliancePoints()), figure(row.partnershipPoints())) : "";
        List<String> lines = Page.wrapped(row.rule().claim(), Page.WIDTH - 26);
        for (int i = 0; i < lines.size(); i++) {
            String text = (i == 0 ? mark + " " : "  ") + lines.get(i);
            boolean last = i == lines.size() - 1;
            String space = " ".repeat(Math.max(1, Page.WIDTH - 22 - Page.width(text)));
            page.line(row.fired() && last ? text + space + points : row.fired() ? text : style.faint(text));
        }
        row.overriddenBy().ifPresent(by -> page.line(style.faint("    silenced by " + by)));
        if (!row.fired() && row.status() != LedgerStatus.OVERRIDDEN) {
            row.conditions().stream().filter(c -> !c.held()).forEach(c -> missing(page, c, assessment));
        }
    }

    private void missing(Page page, ConditionRow row, Assessment assessment) {
        String distance = row.unknown() ? "" : " (" + Sentences.distance(row, assessment.catalogue()) + ")";
        String text = Sentences.condition(row, assessment.catalogue()).replaceAll("\\.$", "") + distance + ".";
        Page.wrapped(text, Page.WIDTH - 4).forEach(line -> page.line(style.faint("    " + line)));
    }

    private static String figure(Points points) {
        return points.hundredths() == 0 ? "·" : Words.points(points);
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

    private void one(Page page, LedgerRow row, Assessment assessment) {
        RuleText.card(page, row.rule());
        page.gap().line(style.strong("In " + assessment.scenario().title()) + ": " + told(row.status()));
        row.overriddenBy().ifPresent(by -> page.line("  silenced by " + by));
        for (ConditionRow condition : row.conditions()) {
            String held = condition.held() ? "holds" : Sentences.distance(condition, assessment.catalogue());
            page.hanging(
                    2,
                    4,
                    Sentences.condition(condition, assessment.catalogue()).replaceAll("\\.$", "") + ": " + held + ".");
        }
        if (row.rule().kind() == RuleKind.CLAIM) {
            page.line("  Points on an alliance " + Words.points(row.alliancePoints()) + ", on the partnership "
                    + Words.points(row.partnershipPoints()) + (row.fired() ? "." : ", if it fired."));
        }
    }

    private static String told(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "fired";
            case NOT_FIRED -> "did not fire";
            case UNDETERMINED -> "waits for what nobody rated";
            case OVERRIDDEN -> "holds, but another rule silences it";
            case DISABLED -> "switched off by an assumption";
        };
    }
}
