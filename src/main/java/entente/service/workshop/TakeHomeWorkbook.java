package entente.service.workshop;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.document.PlainZip;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.report.wording.Wording;
import entente.service.workshop.WorkshopBoard.Agreement;
import entente.service.workshop.WorkshopBoard.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The file to take home as a workbook. Its cells are numbers and text; none is a formula. */
@RequiredArgsConstructor
final class TakeHomeWorkbook {

    private static final String HEADER_COLOUR = "D9E2EC";
    private static final String TEXT_FORMAT = "@";
    private static final double PERCENT = 100;
    private static final int CHARACTER = 256;
    private static final int MIN_WIDTH = 10;
    private static final int MAX_WIDTH = 70;

    /** What a workbook takes for an escaped character. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final TakeHome data;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                sheet(
                        workbook,
                        "Groups",
                        "Group|Name|Verdict|In words|Best estimate (%)|From (%)|To (%)|Relationship|Readings moved",
                        groups());
                sheet(
                        workbook,
                        "Readings",
                        "Indicator|Reading|Unit|Baseline|"
                                + rows().map(row -> row.group().letter() + "|").collect(Collectors.joining())
                                + "Grades between the lowest and the highest",
                        readings());
                sheet(workbook, "Moves", "Group|Move|Time (UTC)|Round|Changes|Best estimate (%)|Relationship", moves());
                sheet(workbook, "Rounds", "Round|Group|Best estimate (%)", rounds());
                sheet(workbook, "Gaps", "From group|To group|Gap (percentage points)", gaps());
                sheet(workbook, "Agreements", "Kind|Indicator|What", agreements());
                sheet(
                        workbook,
                        "Open questions",
                        "Indicator|Reading|Narrows the range by up to (percentage points)|Unrated by",
                        questions());
                sheet(
                        workbook,
                        "Uncertainty",
                        "If each reading may be as any of the groups rates it|Probability (%)|Groups",
                        uncertainty());
                var properties = workbook.getProperties();
                properties.getExtendedProperties().getUnderlyingProperties().setApplication("Entente");
                // Otherwise the library names itself as the author.
                properties.getCoreProperties().getUnderlyingProperties().setCreatorProperty("");
                workbook.write(bytes);
            }
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Stream<List<Object>> groups() {
        return Stream.concat(
                Stream.of(verdict("", "Baseline", data.findings().baseline())),
                rows().map(row -> verdict(row.group().letter(), row.group().name(), row.verdict())));
    }

    private Stream<Row> rows() {
        return data.findings().rows().stream();
    }

    private static List<Object> verdict(String letter, String name, CaseVerdict verdict) {
        return List.of(
                letter,
                name,
                verdict.figure().figure(),
                verdict.figure().words(),
                verdict.likelihood().value(),
                verdict.interval().low().value(),
                verdict.interval().high().value(),
                verdict.relationship().map(Wording::word).orElse(""),
                verdict.readings().values().size());
    }

    private Stream<List<Object>> readings() {
        return data.findings().spread().stream().map(spread -> {
            List<Object> row = new ArrayList<>(List.of(
                    spread.indicator(),
                    data.label(spread.indicator()),
                    data.catalogue().indicator(spread.indicator()).unit(),
                    cell(spread.baseline())));
            spread.values().forEach(value -> row.add(cell(value.value())));
            row.add(spread.gradesApart());
            return row;
        });
    }

    private Stream<List<Object>> moves() {
        return rows().flatMap(row -> data.movesOf(row.group()).stream()
                .map(move -> List.of(
                        row.group().letter(),
                        move.answer().revision(),
                        TakeHome.time(move),
                        move.round(),
                        data.changes(move),
                        move.answer().standing().likelihood().value(),
                        move.answer()
                                .standing()
                                .relationship()
                                .map(Wording::word)
                                .orElse(""))));
    }

    private Stream<List<Object>> rounds() {
        return data.rounds().stream()
                .flatMap(round -> rows().map(Row::group)
                        .flatMap(group -> data.atEnd(round, group).stream()
                                .map(percent -> List.of(round, group.letter(), percent.value()))));
    }

    private Stream<List<Object>> gaps() {
        return data.findings().gaps().stream().map(gap -> List.of(gap.first(), gap.second(), gap.percentagePoints()));
    }

    private Stream<List<Object>> agreements() {
        Agreement agreement = data.findings().agreement();
        return Stream.of(
                        agreement.relationship().stream()
                                .map(shared -> List.<Object>of("Relationship", "", Wording.word(shared))),
                        agreement.movedAlike().stream()
                                .map(id -> List.<Object>of("Moved to the same value", id, data.label(id))),
                        agreement.asInBaseline().stream()
                                .map(id -> List.<Object>of("As in the baseline", id, data.label(id))))
                .flatMap(some -> some);
    }

    private Stream<List<Object>> questions() {
        return data.findings().openQuestions().stream()
                .map(question -> List.of(
                        question.indicator(),
                        data.label(question.indicator()),
                        question.narrowsPercent(),
                        String.join(", ", question.letters())));
    }

    /** Mixes the readings of all groups into cases that no group holds, so that it is here and not on the board. */
    private Stream<List<Object>> uncertainty() {
        return RoomProbabilities.of(data.material().reader(), data.findings().rows()).stream()
                .flatMap(this::uncertainty);
    }

    private Stream<List<Object>> uncertainty(RoomProbabilities room) {
        var verdict = room.result().verdict();
        Stream<List<Object>> bands = verdict.bands().entrySet().stream()
                .filter(band -> band.getValue() > 0)
                .map(band -> List.of(
                        Wording.capitalized(Wording.word(band.getKey())),
                        PERCENT * band.getValue(),
                        rows().filter(row -> row.verdict().band() == band.getKey())
                                .count()));
        return Stream.concat(
                bands,
                Stream.of(
                        List.of("Expected likelihood (%)", verdict.meanPercent(), ""),
                        List.of("Groups that are counted, each with equal weight", "", room.groups()),
                        List.of(
                                "Readings on which their grades differ, independent of each other",
                                "",
                                room.readings()),
                        List.of(room.result().exact() ? "Counted exactly" : "Estimated by random cases", "", "")));
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "unknown";
    }

    /** @param titles of the columns, divided by {@code |} */
    private static void sheet(XSSFWorkbook workbook, String name, String titles, Stream<List<Object>> content) {
        List<List<Object>> rows = Stream.concat(Stream.of(List.<Object>of((Object[]) titles.split("\\|", -1))), content)
                .toList();
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat(TEXT_FORMAT));
        CellStyle header = header(workbook);
        for (int number = 0; number < rows.size(); number++) {
            List<Object> values = rows.get(number);
            XSSFRow row = sheet.createRow(number);
            for (int column = 0; column < values.size(); column++) {
                Cell cell = row.createCell(column);
                if (values.get(column) instanceof Number value) {
                    cell.setCellValue(value.doubleValue());
                } else if (values.get(column) instanceof String value && !value.isEmpty()) {
                    cell.setCellValue(encode(value));
                    cell.setCellStyle(number == 0 ? header : text);
                }
            }
        }
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            int longest = rows.stream()
                    .mapToInt(row -> row.get(at).toString().length())
                    .max()
                    .orElse(0);
            sheet.setColumnWidth(column, CHARACTER * Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2)));
        }
    }

    private static CellStyle header(XSSFWorkbook workbook) {
        XSSFCellStyle header = workbook.createCellStyle();
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        header.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(HEADER_COLOUR)));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return header;
    }

    private static String encode(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_x$1_");
    }

    /**
     * How probable each verdict is if each reading may be as any of the groups rates it: each group's grade with equal weight, and
     * readings independent of each other.
     *
     * @param groups how many are counted: those that are ready, or all while none is
     * @param onlyReady whether there are others that are not ready
     * @param readings on which the grades of the groups differ
     */
    record RoomProbabilities(int groups, boolean onlyReady, int readings, ExplorationResult result) {

        /** Empty for fewer than two groups. */
        static Optional<RoomProbabilities> of(CaseReader reader, List<Row> rows) {
            List<Row> ready = rows.stream().filter(row -> row.group().ready()).toList();
            List<Row> counted = ready.isEmpty() ? rows : ready;
            if (counted.size() < 2) {
                return Optional.empty();
            }
            List<Indicator> indicators = reader.snapshot().book().catalogue().indicators();
            Map<String, Reading> readings = new LinkedHashMap<>();
            for (int i = 0; i < indicators.size(); i++) {
                String id = indicators.get(i).id();
                readings.put(id, reading(id, weights(counted, i)));
            }
            ExplorationResult result = new Exploration(reader.snapshot().assessor())
                    .explore(reader.baseline().withReadings(readings));
            return Optional.of(new RoomProbabilities(
                    counted.size(),
                    counted.size() < rows.size(),
                    result.uncertain().size(),
                    result));
        }

        private static Map<Grade, Double> weights(List<Row> rows, int indicator) {
            Map<Grade, Double> weights = new EnumMap<>(Grade.class);
            rows.forEach(
                    row -> weights.merge(row.verdict().range().grades()[indicator], 1.0 / rows.size(), Double::sum));
            return weights;
        }

        private static Reading reading(String id, Map<Grade, Double> weights) {
            Reading unknown = Reading.unknown(id);
            return weights.keySet().equals(Set.of(Grade.UNKNOWN))
                    ? unknown
                    : unknown.withDistribution(Optional.of(new GradeWeights(weights)));
        }
    }
}
