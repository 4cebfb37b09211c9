package entente.service.workshop.result;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.document.PlainZip;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.report.wording.Wording;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.board.CaseReader;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.board.WorkshopBoard.Agreement;
import entente.service.workshop.board.WorkshopBoard.GroupValue;
import entente.service.workshop.board.WorkshopBoard.Row;
import entente.service.workshop.board.WorkshopBoard.Spread;
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
public final class TakeHomeWorkbook {

    private static final String HEADER_COLOUR = "D9E2EC";
    private static final String TEXT_FORMAT = "@";
    private static final double PERCENT = 100;
    private static final int CHARACTER = 256;
    private static final int MIN_WIDTH = 10;
    private static final int MAX_WIDTH = 70;

    /** What a workbook takes for an escaped character. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final TakeHome data;

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                sheet(workbook, "Groups", groups());
                sheet(workbook, "Readings", readings());
                sheet(workbook, "Moves", moves());
                sheet(workbook, "Rounds", rounds());
                sheet(workbook, "Gaps", gaps());
                sheet(workbook, "Agreements", agreements());
                sheet(workbook, "Open questions", questions());
                sheet(workbook, "Uncertainty", uncertainty());
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

    private List<List<Object>> groups() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "Group",
                "Name",
                "Verdict",
                "In words",
                "Best estimate (%)",
                "From (%)",
                "To (%)",
                "Relationship",
                "Readings moved"));
        rows.add(verdict("", "Baseline", data.findings().baseline()));
        for (Row row : data.findings().rows()) {
            rows.add(verdict(row.group().letter(), row.group().name(), row.verdict()));
        }
        return rows;
    }

    private static List<Object> verdict(String letter, String name, CaseVerdict verdict) {
        return List.of(
                letter,
                name,
                Wording.plain(verdict.brief().figure()),
                Wording.plain(verdict.brief().words()),
                verdict.likelihood().value(),
                verdict.interval().low().value(),
                verdict.interval().high().value(),
                verdict.relationship().map(Wording::word).orElse(""),
                verdict.readings().values().size());
    }

    private List<List<Object>> readings() {
        List<List<Object>> rows = new ArrayList<>();
        List<Object> titles = new ArrayList<>(List.of("Indicator", "Reading", "Unit", "Baseline"));
        data.findings().rows().forEach(row -> titles.add(row.group().letter()));
        titles.add("Grades between the lowest and the highest");
        rows.add(titles);
        for (Spread spread : data.findings().spread()) {
            List<Object> row = new ArrayList<>(List.of(
                    spread.indicator(),
                    data.label(spread.indicator()),
                    data.catalogue().indicator(spread.indicator()).unit(),
                    cell(spread.baseline())));
            for (GroupValue value : spread.values()) {
                row.add(cell(value.value()));
            }
            row.add(spread.gradesApart());
            rows.add(row);
        }
        return rows;
    }

    private List<List<Object>> moves() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Group", "Move", "Time (UTC)", "Round", "Changes", "Best estimate (%)", "Relationship"));
        for (Row row : data.findings().rows()) {
            for (WorkshopMove move : data.movesOf(row.group())) {
                rows.add(List.of(
                        row.group().letter(),
                        move.revision(),
                        TakeHome.time(move),
                        move.round(),
                        data.changes(move),
                        move.answer().standing().likelihood().value(),
                        move.answer()
                                .standing()
                                .relationship()
                                .map(Wording::word)
                                .orElse("")));
            }
        }
        return rows;
    }

    private List<List<Object>> rounds() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Round", "Group", "Best estimate (%)"));
        for (int round : data.rounds()) {
            for (Row row : data.findings().rows()) {
                WorkshopGroup group = row.group();
                data.atEnd(round, group)
                        .map(Percent::value)
                        .ifPresent(percent -> rows.add(List.of(round, group.letter(), percent)));
            }
        }
        return rows;
    }

    private List<List<Object>> gaps() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("From group", "To group", "Gap (percentage points)"));
        data.findings().gaps().forEach(gap -> rows.add(List.of(gap.first(), gap.second(), gap.tenths() / 10.0)));
        return rows;
    }

    private List<List<Object>> agreements() {
        Agreement agreement = data.findings().agreement();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Kind", "Indicator", "What"));
        agreement.relationship().ifPresent(shared -> rows.add(List.of("Relationship", "", Wording.word(shared))));
        agreement.movedAlike().forEach(id -> rows.add(List.of("Moved to the same value", id, data.label(id))));
        agreement.asInBaseline().forEach(id -> rows.add(List.of("As in the baseline", id, data.label(id))));
        return rows;
    }

    private List<List<Object>> questions() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Indicator", "Reading", "Narrows the range by up to (percentage points)", "Unrated by"));
        data.findings()
                .openQuestions()
                .forEach(question -> rows.add(List.of(
                        question.indicator(),
                        data.label(question.indicator()),
                        question.narrowsPercent(),
                        String.join(", ", question.letters()))));
        return rows;
    }

    /** Mixes the readings of all groups into cases that no group holds, so that it is here and not on the board. */
    private List<List<Object>> uncertainty() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("If each reading may be as any of the groups rates it", "Probability (%)", "Groups"));
        RoomProbabilities.of(data.material().reader(), data.findings().rows())
                .ifPresent(room -> uncertainty(room, rows));
        return rows;
    }

    private void uncertainty(RoomProbabilities room, List<List<Object>> rows) {
        room.result().verdict().bands().forEach((band, probability) -> {
            if (probability > 0) {
                long groups = data.findings().rows().stream()
                        .filter(row -> row.verdict().likelihood().band() == band)
                        .count();
                rows.add(List.of(Wording.capitalized(Wording.word(band)), PERCENT * probability, groups));
            }
        });
        rows.add(List.of("Expected likelihood (%)", room.result().verdict().meanPercent(), ""));
        rows.add(List.of("Groups that are counted, each with equal weight", "", (long) room.groups()));
        rows.add(List.of(
                "Readings on which their grades differ, independent of each other", "", (long) room.readings()));
        rows.add(List.of(room.result().exact() ? "Counted exactly" : "Estimated by random cases", "", ""));
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : "unknown";
    }

    private static void sheet(XSSFWorkbook workbook, String name, List<List<Object>> rows) {
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
    public record RoomProbabilities(int groups, boolean onlyReady, int readings, ExplorationResult result) {

        /** Empty for fewer than two groups. */
        public static Optional<RoomProbabilities> of(CaseReader reader, List<Row> rows) {
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
                    row -> weights.merge(row.verdict().graded().grades()[indicator], 1.0 / rows.size(), Double::sum));
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
