package entente.briefing;

import entente.domain.Catalogue;
import entente.domain.CutPoint;
import entente.domain.Group;
import entente.domain.Indicator;
import entente.domain.Sign;
import java.util.Locale;

/** The catalogue as text. */
public final class CatalogueText {

    private CatalogueText() {}

    public static String list(Catalogue catalogue, Style style) {
        Page page = new Page(style);
        page.line(catalogue.indicators().size() + " indicators. One with its scale: entente indicators ID");
        for (Group group : catalogue.groups()) {
            page.gap().line(style.strong(group.label()));
            for (Indicator indicator : catalogue.of(group)) {
                page.line("  " + indicator.id() + style.faint("  " + range(indicator)));
                Page.wrapped(indicator.label(), Page.WIDTH - 6)
                        .forEach(line -> page.line(style.faint("      " + line)));
            }
        }
        return page.toString();
    }

    private static String range(Indicator indicator) {
        return indicator.unit() + " " + Words.figure(indicator.low()) + " to " + Words.figure(indicator.high());
    }

    public static String one(Indicator indicator, Catalogue catalogue, Style style) {
        Page page = new Page(style);
        page.paragraph(0, indicator.label() + ".");
        page.line(style.faint("  " + indicator.id() + ", "
                + catalogue.group(indicator.group()).label()));
        page.gap();
        page.line("  range        " + range(indicator));
        page.line("  alliance     " + sign(indicator.alliance()));
        page.line("  partnership  " + sign(indicator.partnership()));
        page.hanging(2, 15, "source       " + indicator.source());
        page.line("  article      " + String.join(", ", indicator.cites()));
        indicator.note().ifPresent(note -> page.hanging(2, 15, "note         " + note));
        page.gap().line("  Grades, each from its first value; below the first is very low.");
        for (CutPoint cut : indicator.cutPoints()) {
            page.hanging(
                    4,
                    22,
                    String.format(Locale.ROOT, "%8s  %-9s ", Words.figure(cut.from()), Words.grade(cut.grade()))
                            + cut.reason());
        }
        if (!indicator.anchors().isEmpty()) {
            page.gap().line("  Anchors");
            indicator
                    .anchors()
                    .forEach((value, text) -> page.hanging(4, 8, String.format(Locale.ROOT, "%2d  ", value) + text));
        }
        if (!indicator.dataNotes().isEmpty()) {
            page.gap().line("  Doubts about the article's data");
            indicator.dataNotes().forEach(n -> page.hanging(4, 11, n.id() + "  " + n.note()));
        }
        return page.toString();
    }

    private static String sign(Sign sign) {
        return switch (sign) {
            case RAISES -> "a higher value raises it";
            case LOWERS -> "a higher value lowers it";
            case NOTHING -> "no effect";
            case TWO_SIDED -> "two-sided";
            case GATE -> "opens the way beside other readings";
            case VETO -> "holds it down whatever else is read";
        };
    }
}
