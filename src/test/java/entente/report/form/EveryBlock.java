package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.form.Block.Field;
import entente.report.form.Block.Item;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Block.Setting;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import java.time.LocalDate;
import java.util.List;

/** A report with every kind of block, and with text that each medium must escape. */
public final class EveryBlock {

    public static final String DIGEST = "12345678" + "9".repeat(56);
    public static final String HOSTILE = "<script>alert(1)</script> a|b `c` *d* [e](f) _g_ \\h &amp;";

    /** Texts that every medium shows. */
    public static final String[] SHOWN = {
        "the title",
        "the subtitle",
        "the heading",
        "the answer",
        "the body",
        "the quotation",
        "the caveat",
        "the list",
        "the item",
        "the part of an item",
        "close above",
        "close below",
        "the name",
        "the meaning",
        "the total",
        "the row",
        "the remark on a row",
        "the remark on the table",
        "the cell below",
        "+1.00",
        "the reading",
        "the swings",
        "the numbered list",
        "the second",
        "the picture",
        "the caption"
    };

    /** One white pixel. */
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC";

    public static final Report REPORT = new Report(
            "the title",
            "the subtitle",
            List.of(
                    new Block.Heading("the heading"),
                    new Prose(Role.LEAD, List.of(Words.strong("the answer"), Words.of(HOSTILE))),
                    Prose.of(Role.BODY, "the body", "# no heading"),
                    Prose.of(Role.QUOTE, "the quotation"),
                    new Block.Items("the list", List.of(new Item(1, "the item"), new Item(2, "the part of an item"))),
                    Block.Items.numbered("the numbered list", List.of("the first", "the second")),
                    new Picture("the picture", "the caption", "the alternative", PNG, 1, 1),
                    new Block.Compact(List.of(Prose.of(Role.BODY, "close above"), Prose.of(Role.BODY, "close below"))),
                    new Block.Fields("", List.of(new Field("the name", "the meaning"))),
                    new Table(
                            "the table",
                            "the label",
                            List.of(
                                    Column.figures("points", 7),
                                    Column.words("words", 14),
                                    Column.below("below"),
                                    Column.margin(3)),
                            List.of(
                                    Row.of(1, "the total", "+1.00", "x".repeat(30), "the cell below"),
                                    new Row(
                                            2,
                                            "●",
                                            Words.of("the row"),
                                            List.of(Words.of("−1.00"), Words.of(HOSTILE), Words.of("·", ""))),
                                    Row.of(3, "the remark on a row"),
                                    Row.of(1, "the remark on the table"))),
                    new LikelihoodFigure(
                            LikelihoodScale.ICD203,
                            new Percent(120),
                            new Interval(new Percent(50), new Percent(300), true)),
                    new SwingFigure(
                            "the swings",
                            new Percent(120),
                            List.of(new SwingFigure.Bar(
                                    "the reading",
                                    "3",
                                    new SwingFigure.End(new Percent(50), "below 2"),
                                    new SwingFigure.End(new Percent(300), "from 4"),
                                    "25.0")),
                            "one bar",
                            1,
                            ""),
                    new SeriesFigure(
                            LikelihoodScale.PHIA,
                            List.of(
                                    new SeriesFigure.Point(
                                            LocalDate.of(1950, 1, 31),
                                            HOSTILE,
                                            new Percent(990),
                                            new Interval(new Percent(500), new Percent(990), true),
                                            true),
                                    new SeriesFigure.Point(
                                            LocalDate.of(2025, 12, 1),
                                            HOSTILE,
                                            new Percent(10),
                                            new Interval(new Percent(10), new Percent(10), true),
                                            false)),
                            List.of(),
                            "a line",
                            "the series"),
                    new Block.Only(Setting.TERMINAL, List.of(Prose.of(Role.BODY, "at a terminal"))),
                    new Block.Only(Setting.DOCUMENT, List.of(Prose.of(Role.BODY, "for documents"))),
                    new Prose(
                            Role.FOOTER,
                            List.of(Words.of("the caveat"), Words.withDigests(DIGEST + " in brief", DIGEST)))));

    private EveryBlock() {}
}
