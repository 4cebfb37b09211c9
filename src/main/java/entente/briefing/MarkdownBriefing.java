package entente.briefing;

import entente.domain.Assessment;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.RuleKind;
import entente.domain.ScaleOfWords;
import java.util.List;
import java.util.stream.Collectors;

/** An assessment as Markdown. */
public final class MarkdownBriefing {

    private static final int MOST_MISSES = 5;

    private final ScaleOfWords scale;
    private final Explain explain;

    public MarkdownBriefing(ScaleOfWords scale, Explain explain) {
        this.scale = scale;
        this.explain = explain;
    }

    public String write(Assessment assessment) {
        StringBuilder md = new StringBuilder();
        var scenario = assessment.scenario();
        md.append("# ").append(Markdown.text(scenario.title())).append("\n\n");
        md.append('`').append(scenario.id()).append('`');
        scenario.asOf().ifPresent(date -> md.append(", as of ").append(date));
        md.append("\n\n**")
                .append(String.join(" ", Sentences.headline(assessment, scale)))
                .append("**\n\n");
        md.append(String.join(" ", Sentences.relationship(assessment.verdict())))
                .append("\n\n");
        md.append(Sentences.confidence(assessment)).append("\n");
        scenario.narrative()
                .ifPresent(n -> md.append("\n> ").append(Markdown.text(n)).append('\n'));
        side(md, assessment, -1, "What holds it down");
        side(md, assessment, 1, "What pushes it up");
        sum(md, assessment);
        nearly(md, assessment);
        bends(md, assessment);
        unknown(md, assessment);
        rest(md, assessment);
        return md.toString().replace(Words.GLUE, ' ');
    }

    private void side(StringBuilder md, Assessment assessment, int direction, String heading) {
        List<Side> sides = Side.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        heading(md, heading).append("| | points | article |\n|---|---:|---|\n");
        for (Side side : sides) {
            md.append("| **")
                    .append(side.group().label())
                    .append("** | **")
                    .append(Words.points(side.sum()))
                    .append("** | |\n");
            side.weighty().forEach(row -> claim(md, row));
            if (explain == Explain.FULL) {
                side.slight().forEach(row -> claim(md, row));
            } else if (!side.slight().isEmpty()) {
                md.append("| ")
                        .append(Words.plural(side.slight().size(), "slight claim", "slight claims"))
                        .append(" | ")
                        .append(Words.points(Side.total(side.slight())))
                        .append(" | |\n");
            }
        }
    }

    private static void claim(StringBuilder md, LedgerRow row) {
        md.append("| ")
                .append(Markdown.cell(row.rule().claim()))
                .append(" | ")
                .append(Words.points(row.alliancePoints()))
                .append(" | ")
                .append(cites(row))
                .append(" |\n");
    }

    private static String cites(LedgerRow row) {
        return row.rule().cites().isEmpty()
                ? "ours"
                : String.join("; ", row.rule().cites());
    }

    private static void sum(StringBuilder md, Assessment assessment) {
        var balance = assessment.balance();
        heading(md, "How the points become a likelihood");
        md.append("Base rate ")
                .append(Words.points(balance.base()))
                .append(", claims ")
                .append(Words.points(balance.sum()));
        balance.ceilings().stream()
                .filter(e -> e.takenBack().hundredths() != 0)
                .forEach(effect -> md.append(", taken back by the ceiling `")
                        .append(effect.rule())
                        .append("` ")
                        .append(Words.points(effect.takenBack())));
        md.append(": ")
                .append(Words.points(balance.result()))
                .append(" points, ")
                .append(Words.percent(assessment.verdict().likelihood().value()))
                .append(". Under other base rates: ");
        md.append(assessment.outsideView().stream()
                        .map(v -> Words.figure(v.baseRatePercent()) + " % → "
                                + Words.percent(v.likelihood().value()))
                        .collect(Collectors.joining(", ")))
                .append(".\n");
    }

    private void nearly(StringBuilder md, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == Explain.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        heading(md, "What nearly counted");
        for (NearMiss miss : misses) {
            boolean claim = miss.row().rule().kind() == RuleKind.CLAIM;
            md.append("- ")
                    .append(Markdown.text(miss.row().rule().claim()))
                    .append(" (")
                    .append(claim ? Words.points(miss.row().alliancePoints()) : "bends others")
                    .append(", ")
                    .append(cites(miss.row()))
                    .append(")\n");
            miss.failing()
                    .forEach(c -> md.append("  - ")
                            .append(Sentences.condition(c, assessment.catalogue()))
                            .append('\n'));
        }
    }

    private static void bends(StringBuilder md, Assessment assessment) {
        heading(md, "What bends what");
        for (LedgerRow row : assessment.ledger()) {
            if (row.rule().kind() != RuleKind.CLAIM && row.fired()) {
                List<String> silenced = assessment.ledger().stream()
                        .filter(o -> o.status() == LedgerStatus.OVERRIDDEN)
                        .filter(o ->
                                o.overriddenBy().filter(row.rule().id()::equals).isPresent())
                        .map(o -> "`" + o.rule().id() + "`")
                        .toList();
                md.append("- ")
                        .append(Markdown.text(row.rule().claim()))
                        .append(" (")
                        .append(cites(row))
                        .append(')')
                        .append(silenced.isEmpty() ? "" : " Silences " + String.join(", ", silenced) + ".")
                        .append('\n');
            }
        }
    }

    private static void unknown(StringBuilder md, Assessment assessment) {
        if (assessment.gaps().isEmpty()) {
            return;
        }
        heading(md, "What nobody rated");
        for (String gap : assessment.gaps()) {
            md.append("- ").append(Words.label(assessment.catalogue().indicator(gap)));
            assessment.findOutNext().stream()
                    .filter(n -> n.indicator().equals(gap))
                    .findFirst()
                    .ifPresent(n -> md.append(": would narrow it by ").append(Words.percent(n.narrowsPercent())));
            md.append('\n');
        }
    }

    private static void rest(StringBuilder md, Assessment assessment) {
        if (!assessment.assumptions().isEmpty()) {
            heading(md, "Assumed, not read");
            assessment
                    .assumptions()
                    .forEach(c -> md.append("- `")
                            .append(c.pointer().replace("#/assumptions/", ""))
                            .append("`: ")
                            .append(c.assumed())
                            .append(", in the book ")
                            .append(c.book())
                            .append('\n'));
        }
        if (!assessment.warnings().isEmpty() || !assessment.notes().isEmpty()) {
            heading(md, "Mind");
            assessment
                    .warnings()
                    .forEach(w -> md.append("- ")
                            .append(Sentences.warning(w, assessment.catalogue()))
                            .append('\n'));
            assessment
                    .notes()
                    .forEach(n -> md.append("- ")
                            .append(n.note().id())
                            .append(": ")
                            .append(Markdown.text(n.note().note()))
                            .append('\n'));
        }
        if (!assessment.scenario().sources().isEmpty()) {
            heading(md, "Sources");
            assessment
                    .scenario()
                    .sources()
                    .forEach(s -> md.append("- `")
                            .append(s.id())
                            .append("` ")
                            .append(Markdown.text(s.ref()))
                            .append('\n'));
        }
        var from = assessment.provenance();
        md.append(
                        "\nA judgement by rules, not a calibrated frequency. Another reading of the same facts: Korolev (2018) ")
                .append("sees the two a few small steps short of an alliance.\n\nRules ")
                .append(from.rulesVersion())
                .append(" `")
                .append(from.rulesSha256())
                .append("`, scenario `")
                .append(assessment.scenario().sha256())
                .append("`, Entente ")
                .append(from.engine())
                .append(".\n");
    }

    private static StringBuilder heading(StringBuilder md, String text) {
        return md.append("\n## ").append(text).append("\n\n");
    }
}
