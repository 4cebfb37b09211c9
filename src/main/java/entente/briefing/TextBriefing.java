package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.CeilingEffect;
import entente.domain.ConditionRow;
import entente.domain.LedgerRow;
import entente.domain.Points;
import entente.domain.RuleKind;
import entente.domain.ScaleOfWords;
import java.util.List;
import java.util.stream.Collectors;

/** An assessment as text on 80 columns. */
public final class TextBriefing {

    private static final int MOST_MISSES = 5;
    private static final int MOST_UNKNOWN = 6;

    private final ScaleOfWords scale;
    private final Explain explain;
    private final Style style;

    public TextBriefing(ScaleOfWords scale, Explain explain, Style style) {
        this.scale = scale;
        this.explain = explain;
        this.style = style;
    }

    public String write(Assessment assessment) {
        Page page = new Page(style);
        top(page, assessment);
        sides(page, assessment, -1, "What holds it down");
        sides(page, assessment, 1, "What pushes it up");
        sum(page, assessment);
        nearly(page, assessment);
        bends(page, assessment);
        unknown(page, assessment);
        assumptions(page, assessment);
        notes(page, assessment);
        foot(page, assessment);
        return page.toString();
    }

    private void top(Page page, Assessment assessment) {
        var scenario = assessment.scenario();
        String date = scenario.asOf().map(d -> ", as of " + d).orElse("");
        String right = scenario.id() + date;
        int space = Page.WIDTH - Page.width(scenario.title()) - Page.width(right);
        if (space >= 2) {
            page.line(style.strong(scenario.title()) + style.faint(" ".repeat(space) + right));
        } else {
            Page.wrapped(scenario.title(), Page.WIDTH).forEach(line -> page.line(style.strong(line)));
            page.line(style.faint(right));
        }
        page.gap();
        for (String sentence : Sentences.headline(assessment, scale)) {
            Page.wrapped(sentence, Page.WIDTH - 2).forEach(line -> page.line("  " + style.strong(line)));
        }
        page.paragraph(2, String.join(" ", Sentences.relationship(assessment.verdict())));
        page.gap();
        Yardstick.draw(
                page, assessment.verdict().likelihood(), assessment.verdict().interval(), scale);
        page.gap().paragraph(2, Sentences.confidence(assessment));
    }

    private void sides(Page page, Assessment assessment, int direction, String heading) {
        List<Side> sides = Side.of(assessment, direction);
        if (sides.isEmpty()) {
            return;
        }
        page.heading(heading, "points  article     ");
        for (Side side : sides) {
            page.row(2, side.group().label(), Words.points(side.sum()), "");
            side.weighty().forEach(row -> claim(page, row));
            if (explain == Explain.FULL) {
                side.slight().forEach(row -> claim(page, row));
            } else if (!side.slight().isEmpty()) {
                fold(page, side);
            }
        }
    }

    private static void fold(Page page, Side side) {
        int count = side.slight().size();
        String more = side.weighty().isEmpty() ? "" : "and ";
        String text = more + Words.plural(count, "slight claim", "slight claims") + (count == 1 ? "" : " together");
        page.row(4, text, Words.points(Side.total(side.slight())), "");
    }

    private static void claim(Page page, LedgerRow row) {
        page.row(4, Words.claim(row.rule()), Words.points(row.alliancePoints()), cites(row));
    }

    private static String cites(LedgerRow row) {
        List<String> cites = row.rule().cites();
        if (cites.isEmpty()) {
            return "ours";
        }
        return cites.get(0) + (cites.size() > 1 ? " +" + (cites.size() - 1) : "");
    }

    private void sum(Page page, Assessment assessment) {
        Balance balance = assessment.balance();
        page.heading("How the points become a likelihood", "points              ");
        page.row(
                2,
                "Base rate over " + Words.plural(assessment.scenario().horizonYears(), "year", "years"),
                Words.points(balance.base()),
                "");
        page.row(2, "What holds it down and what pushes it up", Words.points(balance.sum()), "");
        for (CeilingEffect effect : balance.ceilings()) {
            String claim = assessment.ledger().stream()
                    .filter(row -> row.rule().id().equals(effect.rule()))
                    .map(row -> Words.claim(row.rule()))
                    .findFirst()
                    .orElse(effect.rule());
            if (effect.takenBack().hundredths() != 0) {
                page.row(2, "Taken back: " + claim, Words.points(Points.ZERO.minus(effect.takenBack())), "");
            }
        }
        String clamp = balance.clampedFrom().isPresent()
                ? ", clamped from " + Words.percent(balance.clampedFrom().getAsDouble())
                : "";
        page.row(
                2,
                "Result: " + Words.percent(assessment.verdict().likelihood().value()) + clamp,
                Words.points(balance.result()),
                "");
        depth(page, balance);
        String views = assessment.outsideView().stream()
                .map(view -> Words.figure(view.baseRatePercent()) + Words.GLUE + "% → "
                        + Words.percent(view.likelihood().value()))
                .collect(Collectors.joining(" · "));
        page.paragraph(2, "Under other base rates: " + views + ".");
    }

    private static void depth(Page page, Balance balance) {
        String from = balance.floorFrom().map(p -> " from " + Words.points(p)).orElse("");
        String next = balance.nextFrom()
                .map(p -> "; the next state begins at " + Words.points(p))
                .orElse("");
        page.row(
                2,
                "Depth of the partnership, on a scale of its own: " + Words.relationship(balance.floor()) + from + next,
                Words.points(balance.partnership()),
                "");
    }

    private void nearly(Page page, Assessment assessment) {
        List<NearMiss> misses = NearMiss.of(assessment, explain == Explain.FULL ? Integer.MAX_VALUE : MOST_MISSES);
        if (misses.isEmpty()) {
            return;
        }
        page.heading("What nearly counted", "if it did  article     ");
        for (NearMiss miss : misses) {
            page.row(2, Words.claim(miss.row().rule()), Words.points(miss.row().alliancePoints()), cites(miss.row()));
            miss.failing().forEach(condition -> missing(page, condition, assessment));
        }
    }

    private static void missing(Page page, ConditionRow condition, Assessment assessment) {
        String text = Sentences.condition(condition, assessment.catalogue()).replaceAll("\\.$", "") + " ("
                + Sentences.distance(condition, assessment.catalogue()) + ").";
        Page.wrapped(text, Page.WIDTH - 4)
                .forEach(line -> page.line(page.style().faint("    " + line)));
    }

    private void bends(Page page, Assessment assessment) {
        page.heading("What bends what", "silences  article     ");
        for (Bend bend : Bend.of(assessment)) {
            boolean silences = bend.row().rule().kind() == RuleKind.OVERRIDE
                    && !bend.silenced().isEmpty();
            String effect = silences ? Words.points(bend.points()) : "·";
            page.row(
                    2,
                    (bend.inPlay() ? "" : "Not in play: ")
                            + Words.claim(bend.row().rule()),
                    effect,
                    cites(bend.row()));
            if (explain == Explain.FULL && bend.inPlay()) {
                bend.silenced()
                        .forEach(row -> page.row(
                                4, "silences: " + Words.claim(row.rule()), Words.points(row.alliancePoints()), ""));
            }
            if (!bend.inPlay()) {
                bend.missing().ifPresent(condition -> missing(page, condition, assessment));
            }
        }
    }

    private void unknown(Page page, Assessment assessment) {
        if (assessment.gaps().isEmpty() && assessment.findOutNext().isEmpty()) {
            return;
        }
        page.heading("What nobody rated", "would narrow it by  ");
        int shown = 0;
        for (var next : assessment.findOutNext()) {
            if (shown++ < MOST_UNKNOWN || explain == Explain.FULL) {
                page.row(
                        2,
                        Words.label(assessment.catalogue().indicator(next.indicator())),
                        Words.percent(next.narrowsPercent()),
                        "");
            }
        }
        int rest = assessment.gaps().size()
                - (int) assessment.findOutNext().stream()
                        .limit(explain == Explain.FULL ? Long.MAX_VALUE : MOST_UNKNOWN)
                        .filter(next -> assessment.gaps().contains(next.indicator()))
                        .count();
        if (rest > 0) {
            page.paragraph(2, (shown > 0 ? "and " : "") + Words.plural(rest, "other", "others") + ".");
        }
    }

    private void assumptions(Page page, Assessment assessment) {
        if (!assessment.assumptions().isEmpty()) {
            page.heading("Assumed, not read", "");
            assessment
                    .assumptions()
                    .forEach(change -> page.hanging(
                            2,
                            4,
                            change.pointer().replace("#/assumptions/", "") + ": " + change.assumed() + ", in the book "
                                    + change.book() + "."));
        }
    }

    private void notes(Page page, Assessment assessment) {
        if (!assessment.warnings().isEmpty()) {
            page.heading("Mind", "");
            assessment.warnings().forEach(w -> page.hanging(2, 4, Sentences.warning(w, assessment.catalogue())));
        }
        if (explain == Explain.FULL && !assessment.notes().isEmpty()) {
            page.heading("Doubts about the article's data", "");
            assessment
                    .notes()
                    .forEach(n ->
                            page.hanging(2, 4, n.note().id() + ": " + n.note().note()));
        } else if (!assessment.notes().isEmpty()) {
            page.gap()
                    .paragraph(
                            0,
                            Words.plural(assessment.notes().size(), "note", "notes")
                                    + " on doubtful data behind these readings: --explain full.");
        }
    }

    private static void foot(Page page, Assessment assessment) {
        var from = assessment.provenance();
        page.gap();
        page.paragraph(
                0,
                "A judgement by rules, not a calibrated frequency. Another reading of the same facts: "
                        + "Korolev (2018) sees the two a few small steps short of an alliance.");
        page.paragraph(
                0,
                "Found the same way again: rules " + from.rulesVersion() + " ("
                        + Words.brief(from.rulesSha256()) + "), scenario "
                        + Words.brief(assessment.scenario().sha256()) + ", Entente" + Words.GLUE + from.engine() + ".");
        page.paragraph(
                0, "Next: entente explain FILE · entente explain FILE --rule ID · entente assess FILE --set ID=VALUE");
    }
}
