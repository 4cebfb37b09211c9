package entente.report.word;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Widths of columns by what is in them, as a browser would choose them: each word has room, long texts share the rest. */
final class ColumnWidths {

    /** Of a usual character in a table, in twentieths of a point. */
    private static final int CHARACTER = 86;

    /** Room for the longest word in a wider font, in percent: not every program reads the fonts of a document. */
    private static final int WIDE_MARGIN = 115;

    private static final int PERCENT = 100;

    /** The margins of a cell, in twentieths of a point. */
    private static final int MARGINS = 190;

    /** Room for the title of a column of figures in a wider font. */
    private static final int FEWEST = 8;

    private static final int LONGEST_WORD = 16;
    private static final int LONGEST_TEXT = 60;

    /** What is this short stays on one line. */
    private static final int SHORT = 12;

    /** What is longer takes several lines, and counts half beyond this. */
    private static final int LONG = 24;

    /** A table that needs less of the room than this does not fill it. */
    private static final double NARROW = 0.7;

    private ColumnWidths() {}

    /**
     * @param room in twentieths of a point, as are the widths
     * @return widths whose sum is {@code room}, or less where short texts would leave figures far from their labels
     */
    static int[] of(Table table, int room) {
        List<List<String>> columns = texts(table);
        int[] full = columns.stream()
                .mapToInt(texts -> width(Math.min(LONGEST_TEXT, longest(texts.stream()))))
                .toArray();
        if (Arrays.stream(full).sum() < NARROW * room) {
            return full;
        }
        int[] least = columns.stream().mapToInt(ColumnWidths::least).toArray();
        int[] wanted = columns.stream().mapToInt(ColumnWidths::wanted).toArray();
        int sum = Arrays.stream(wanted).sum();
        return shared(least, wanted, sum < NARROW * room ? sum : room);
    }

    private static List<List<String>> texts(Table table) {
        List<Column> columns = table.columns();
        Stream<List<String>> cells = IntStream.range(0, columns.size())
                .mapToObj(i -> Stream.concat(
                                Stream.of(columns.get(i).title()),
                                table.bodyRows().stream()
                                        .filter(row -> i < row.cells().size())
                                        .map(row -> row.cells().get(i).text()))
                        .toList());
        Stream<String> first = table.bodyRows().stream()
                .filter(row -> !row.cells().isEmpty())
                .map(Row::text)
                .map(Words::text);
        return Stream.concat(
                        Stream.of(Stream.concat(Stream.of(table.label()), first).toList()), cells)
                .toList();
    }

    private static int least(List<String> texts) {
        int longest = longest(texts.stream());
        Stream<String> words = texts.stream().flatMap(text -> Arrays.stream(text.split("[ \\-]")));
        return WIDE_MARGIN * width(longest <= SHORT ? longest : Math.min(LONGEST_WORD, longest(words))) / PERCENT;
    }

    private static int wanted(List<String> texts) {
        int longest = longest(texts.stream());
        return width(longest <= LONG ? longest : Math.min(LONGEST_TEXT, LONG + (longest - LONG) / 2));
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static int width(int characters) {
        return MARGINS + CHARACTER * Math.max(FEWEST, characters);
    }

    /** What remains beyond the least widths is shared by what is wanted; what is left over goes to the widest. */
    private static int[] shared(int[] least, int[] wanted, int room) {
        int leastSum = Arrays.stream(least).sum();
        int wantedSum = Arrays.stream(wanted).sum();
        double share = leastSum >= room || wantedSum == leastSum
                ? 0
                : Math.min(1, (double) (room - leastSum) / (wantedSum - leastSum));
        double shrink = Math.min(1, (double) room / leastSum);
        int[] widths = IntStream.range(0, least.length)
                .map(i -> (int) (shrink * (least[i] + share * (wanted[i] - least[i]))))
                .toArray();
        int widest = IntStream.range(1, wanted.length).reduce(0, (best, i) -> wanted[i] > wanted[best] ? i : best);
        widths[widest] += room - Arrays.stream(widths).sum();
        return widths;
    }
}
