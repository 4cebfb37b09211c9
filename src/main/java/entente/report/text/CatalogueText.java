package entente.report.text;

import entente.model.Catalogue;
import entente.model.CutPoint;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Sign;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.Locale;

/** The catalogue as text. */
public final class CatalogueText {

    private static final int FIELD = 15;

    private CatalogueText() {}

    public static String list(Catalogue catalogue, TextStyle style) {
        TextPage page = new TextPage(style);
        page.line(catalogue.indicators().size() + " indicators. One with its scale: entente indicators ID");
        for (Group group : catalogue.groups()) {
            page.blankLine().line(style.strong(group.label()));
            for (Indicator indicator : catalogue.indicatorsOf(group)) {
                page.line("  " + indicator.id() + style.faint("  " + range(indicator)));
                TextPage.wrapped(indicator.label(), TextPage.WIDTH - 6)
                        .forEach(line -> page.line(style.faint("      " + line)));
            }
        }
        return page.toString();
    }

    private static String range(Indicator indicator) {
        return indicator.unit() + " " + Wording.figure(indicator.low()) + " to " + Wording.figure(indicator.high());
    }

    public static String one(Indicator indicator, Catalogue catalogue, TextStyle style) {
        TextPage page = new TextPage(style);
        page.paragraph(0, indicator.label() + ".");
        page.line(style.faint("  " + indicator.id() + ", "
                + catalogue.group(indicator.group()).label()));
        page.blankLine();
        page.line("  range        " + range(indicator));
        page.line("  alliance     " + sign(indicator.alliance()));
        page.line("  partnership  " + sign(indicator.partnership()));
        page.labelled(2, "source", FIELD, indicator.source());
        page.line("  article      " + String.join(", ", indicator.cites()));
        indicator.note().ifPresent(note -> page.labelled(2, "note", FIELD, note));
        page.blankLine().line("  Grades, each from its first value; below the first is very low.");
        for (CutPoint cut : indicator.cutPoints()) {
            page.labelled(
                    2,
                    String.format(Locale.ROOT, "%8s  %s", Wording.figure(cut.from()), Wording.grade(cut.grade())),
                    23,
                    cut.reason());
        }
        if (!indicator.anchors().isEmpty()) {
            page.blankLine().line("  Anchors");
            indicator
                    .anchors()
                    .forEach((value, text) -> page.labelled(4, String.format(Locale.ROOT, "%2d", value), 8, text));
        }
        if (!indicator.dataNotes().isEmpty()) {
            page.blankLine().line("  Doubts about the article's data");
            indicator.dataNotes().forEach(n -> page.labelled(4, n.id(), 11, n.note()));
        }
        return page.toString();
    }

    private static String sign(Sign sign) {
        return switch (sign) {
            case RAISES -> "a higher value raises it";
            case LOWERS -> "a higher value lowers it";
            case NOTHING -> "no effect";
            case TWO_SIDED -> "two-sided";
            case GATE -> "necessary beside other readings";
            case VETO -> "limits it whatever the other readings are";
        };
    }
}
