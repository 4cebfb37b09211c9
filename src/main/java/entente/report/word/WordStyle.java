package entente.report.word;

import lombok.RequiredArgsConstructor;

/** Styles of {@code styles.xml}, by their ids there. */
@RequiredArgsConstructor
enum WordStyle {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    PART("Heading1"),
    SECTION("Heading2"),
    NORMAL("Normal"),
    LEAD("Lead"),
    QUOTE("Quote"),
    ITEM("ListBullet"),
    NUMBERED("ListNumber"),
    ITEM_2("ListBullet2"),
    ITEM_3("ListBullet3"),
    PICTURE("Picture"),
    CAPTION("Caption"),
    STRONG("Strong"),
    FAINT("SubtleEmphasis"),
    TABLE("RuledTable"),
    TABLE_TEXT("TableText"),
    TABLE_FIGURE("TableFigure"),
    TABLE_HEADING("TableHeading"),
    TABLE_FIGURE_HEADING("TableFigureHeading");

    private final String id;

    String id() {
        return id;
    }

    /** @param depth from 1; what is deeper than the lists of the template is set as deep as they go */
    static WordStyle item(int depth) {
        return depth == 1 ? ITEM : depth == 2 ? ITEM_2 : ITEM_3;
    }
}
