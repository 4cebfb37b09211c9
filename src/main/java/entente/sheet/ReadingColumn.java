package entente.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The columns of the sheet of readings, in their order. */
@Getter
@RequiredArgsConstructor
enum ReadingColumn {
    GROUP("group", Optional.empty(), Meaning.INFORMATION, 28),
    ID("id", Optional.empty(), Meaning.TEXT, 34),
    LABEL("label", Optional.empty(), Meaning.INFORMATION, 44),
    UNIT("unit", Optional.empty(), Meaning.INFORMATION, 9),
    RANGE("range", Optional.empty(), Meaning.INFORMATION, 12),
    ANCHORS("anchors", Optional.empty(), Meaning.INFORMATION, 48),
    /** Only in a scenario that extends another: what that says. */
    INHERITED("inherited", Optional.empty(), Meaning.INFORMATION, 24),
    VALUE("value", Optional.of("value"), Meaning.NUMBER, 10),
    LOW("low", Optional.of("low"), Meaning.NUMBER, 8),
    HIGH("high", Optional.of("high"), Meaning.NUMBER, 8),
    DISTRIBUTION("distribution", Optional.of("distribution"), Meaning.TEXT, 13),
    WEIGHTS("weights", Optional.of("grades"), Meaning.TEXT, 22),
    STATUS("status", Optional.of("status"), Meaning.TEXT, 11),
    SOURCE("source", Optional.of("source"), Meaning.TEXT, 16),
    SOURCE_GRADE("source_grade", Optional.of("grade"), Meaning.TEXT, 13),
    DATE("date", Optional.of("asOf"), Meaning.DATE, 12),
    NOTE("note", Optional.of("note"), Meaning.TEXT, 60);

    static final List<String> TITLES =
            Stream.of(values()).map(ReadingColumn::title).toList();

    private final String title;
    /** The field of a reading; empty for a column that describes the indicator. */
    private final Optional<String> field;

    private final Meaning meaning;
    private final int width;

    @Getter
    @RequiredArgsConstructor
    enum Meaning {
        /** Written for the reader; anything but a formula or an error is ignored. */
        INFORMATION("anything"),
        TEXT("text"),
        NUMBER("a number"),
        DATE("a date"),
        YES_NO("yes or no");

        private final String expected;
    }

    static Optional<ReadingColumn> of(String title) {
        return Stream.of(values()).filter(column -> column.title.equals(title)).findFirst();
    }
}
