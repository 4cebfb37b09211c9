package entente.report.word;

import lombok.RequiredArgsConstructor;

/** Styles of {@code styles.xml}, by their ids there. */
@RequiredArgsConstructor
enum WordStyle {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    SECTION("Heading1"),
    NORMAL("Normal"),
    LEAD("Lead"),
    ITEM("ListBullet"),
    NUMBERED("ListNumber"),
    PICTURE("Picture"),
    CAPTION("Caption"),
    STRONG("Strong"),
    TABLE("RuledTable"),
    TABLE_TEXT("TableText"),
    TABLE_FIGURE("TableFigure"),
    TABLE_HEADING("TableHeading"),
    TABLE_FIGURE_HEADING("TableFigureHeading");

    private final String id;

    String id() {
        return id;
    }
}
