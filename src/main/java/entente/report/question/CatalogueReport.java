package entente.report.question;

import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Sign;
import entente.report.form.Block;
import entente.report.form.Block.Field;
import entente.report.form.Block.Fields;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Role;
import entente.report.form.Report;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of indicators, and one of them. */
public final class CatalogueReport {

    private CatalogueReport() {}

    /** All indicators by group. */
    public static Report list(Catalogue catalogue) {
        return list(catalogue.indicators(), catalogue.indicators().size() + " indicators", catalogue);
    }

    /** The indicators that a search word finds, by group. */
    public static Report found(List<Indicator> found, String word, Catalogue catalogue) {
        return list(
                found,
                Wording.capitalized(Wording.plural(found.size(), "indicator")) + " with “" + word + "”",
                catalogue);
    }

    private static Report list(List<Indicator> shown, String title, Catalogue catalogue) {
        List<Block> blocks = new ArrayList<>();
        for (Group group : catalogue.groups()) {
            List<Item> items = new ArrayList<>();
            for (Indicator indicator : catalogue.indicatorsOf(group)) {
                if (shown.contains(indicator)) {
                    items.add(new Item(1, indicator.id() + " (" + range(indicator) + ")"));
                    items.add(new Item(2, indicator.label()));
                }
            }
            if (!items.isEmpty()) {
                blocks.add(new Items(group.label(), items));
            }
        }
        blocks.add(Only.terminal(Role.BODY, "One with its scale: ./entente scenario indicators ID"));
        return new Report(title, "", blocks);
    }

    private static String range(Indicator indicator) {
        return indicator.unit() + " " + Wording.figure(indicator.low()) + " to " + Wording.figure(indicator.high());
    }

    public static Report one(Indicator indicator, Catalogue catalogue) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("range", range(indicator)),
                new Field("alliance", sign(indicator.alliance())),
                new Field("partnership", sign(indicator.partnership())),
                new Field("source", indicator.source()),
                new Field("article", String.join(", ", indicator.cites()))));
        indicator.note().ifPresent(note -> fields.add(new Field("note", note)));
        List<Field> grades = indicator.cutPoints().stream()
                .map(cut -> new Field(Wording.figure(cut.from()) + "  " + Wording.word(cut.grade()), cut.reason()))
                .toList();
        List<Field> anchors = new ArrayList<>();
        indicator.anchors().forEach((value, text) -> anchors.add(new Field(Integer.toString(value), text)));
        List<Field> doubts = indicator.dataNotes().stream()
                .map(note -> new Field(note.id(), note.note()))
                .toList();
        return new Report(
                indicator.label() + ".",
                indicator.id() + ", " + catalogue.group(indicator.group()).label(),
                List.of(
                        new Fields("", fields),
                        new Fields("Grades, each from its first value; below the first is very low", grades),
                        new Fields("Anchors", anchors),
                        new Fields("Doubts about the article's data", doubts)));
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
