package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.markdown.MarkdownPage;
import entente.report.wording.Figures;
import gg.jte.Content;
import java.util.List;
import java.util.function.Function;

/** An answer with every kind of block, and with text that each medium must escape. */
public final class EveryBlock {

    public static final String DIGEST = "12345678" + "9".repeat(56);
    public static final String HOSTILE = "<script>alert(1)</script> a|b `c` *d* [e](f) _g_ \\h &amp;";

    /** Texts that every medium shows. */
    public static final String[] WORDS = {
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
        "the marked row",
        "the remark on a row",
        "the remark on the table",
        "the cell below",
        "+1.00",
        "the numbered list",
        "the second"
    };

    /** One white pixel. */
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC";

    public static final Answer ANSWER = Given.answer(
            """
            # {}

            ::: about
            {}
            :::

            # {}

            ::: lead
            **{}**

            {}
            :::

            ::: together
            {}

            {}
            :::

            > {}

            ## {}

            - {}
              - {}

            ## {}

            1. {}
            2. {}
            {}
            :::: compact

            {}

            {}

            ::::

            ::: fields
            - {}
            :::

            ## the table

            | the label | points | words | below |
            |---|------:|--------------|-|
            | **the total** | +1.00 | {} | the cell below |
            | the row | −1.00 | {} | · |
            | *the remark on a row* |  |  |  |
            | {} | −2.00 |  |  |

            ::: remark
            the remark on the table
            :::
            {}{}
            {}

            ---

            {}

            {}
            """,
            "the title",
            "the subtitle",
            "the heading",
            "the answer",
            HOSTILE,
            "the body",
            "# no heading",
            "the quotation",
            "the list",
            "the item",
            "the part of an item",
            "the numbered list",
            "the first",
            "the second",
            new Picture("the picture", "the caption", "the alternative", PNG, 1, 1),
            "close above",
            "close below",
            "the name: the meaning",
            "x".repeat(30),
            HOSTILE,
            (Function<MarkdownPage, Content>) page -> page.marked("●", "the marked row", false),
            new LikelihoodFigure(
                    LikelihoodScale.ICD203,
                    new Percent(120),
                    new Interval(new Percent(50), new Percent(300), true),
                    "12 %"),
            new SwingFigure(
                    "the swings",
                    new Percent(120),
                    "12 %",
                    List.of(new SwingFigure.Bar(
                            "the reading",
                            "3",
                            new SwingFigure.End(new Percent(50), "below 2"),
                            new SwingFigure.End(new Percent(300), "from 4"),
                            "25.0",
                            new Figures.Pair("5 %", "30 %"))),
                    "one bar"),
            Given.either("for documents", "at a terminal"),
            "the caveat",
            Given.either(DIGEST, DIGEST.substring(0, 8) + " in brief"));

    private EveryBlock() {}
}
