package entente.sheet;

import entente.document.SourceLocation;

/**
 * A cell that is not empty.
 *
 * @param text as stored: the text, the digits of a number, the ISO form of a date, the name of an error
 * @param location of the row within all sheets, and of the column; see {@link Grid}
 */
record Cell(Kind kind, String text, SourceLocation location) {

    /** The stored type. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A number that its format shows as a percentage, with the figure that is shown: 18 for 18 %. */
        PERCENTAGE,
        DATE,
        /** A date of a workbook that counts days from 1904, or with a time of day. */
        UNCLEAR_DATE,
        BOOLEAN,
        ERROR,
        FORMULA,
        /** A cell of a CSV file, which has no types. */
        UNTYPED
    }

    int column() {
        return location.column();
    }
}
