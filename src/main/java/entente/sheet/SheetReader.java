package entente.sheet;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Problem;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.sheet.Grid.RefusedFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A scenario from a spreadsheet. Its cells become the tree that a JSON file becomes, which is then checked as any other;
 * each problem names its cell.
 */
public final class SheetReader {

    static final String READINGS = "Readings";
    static final String SCENARIO = "Scenario";
    static final String INSTRUCTIONS = "Instructions";

    /** Sheets that are not part of the scenario. */
    private static final List<String> FOR_THE_READER = List.of(INSTRUCTIONS, "Notes");

    private final ProblemCollector problems = ProblemCollector.bounded();
    private final List<Grid> grids = new ArrayList<>();
    private final SheetTree tree;

    private SheetReader(Predicate<String> percent) {
        tree = new SheetTree(problems, percent);
    }

    /** The tree of a scenario file of any form, without checks of its content; empty if it is refused. */
    public static Optional<Node> tree(byte[] bytes, SheetFormat format) {
        Document document = format == SheetFormat.JSON
                ? Documents.json(bytes, DocumentLimits.SCENARIO)
                : document(bytes, indicator -> true);
        return document.root();
    }

    /** The tree of a scenario file, or the problems of its cells, without checks of its content. */
    static Document document(byte[] bytes, Predicate<String> percent) {
        SheetReader reader = new SheetReader(percent);
        return reader.accepts(bytes) && reader.problems.isEmpty()
                ? new Document(Optional.of(reader.tree.root()), List.of())
                : new Document(Optional.empty(), reader.all(List.of()));
    }

    /** Reads and checks a scenario as {@link ScenarioReader#read(byte[], ScenarioSource, ScenarioOverrides)} does. */
    public static ScenarioResult read(
            byte[] bytes, ScenarioReader scenarios, ScenarioSource source, ScenarioOverrides overrides) {
        SheetReader reader = new SheetReader(scenarios::takesPercentage);
        if (!reader.accepts(bytes)) {
            return new ScenarioResult.Refused(reader.problems.all());
        }
        ScenarioResult result = scenarios.read(reader.tree.root(), source, overrides);
        List<Problem> found =
                result instanceof ScenarioResult.Refused refused ? refused.problems() : List.<Problem>of();
        return reader.problems.isEmpty() && result instanceof ScenarioResult.Accepted accepted
                ? accepted.withCells(reader.cellNames())
                : new ScenarioResult.Refused(reader.all(found));
    }

    /** Whether the file as a whole is accepted; its cells may have problems. */
    private boolean accepts(byte[] bytes) {
        try {
            readCells(bytes);
            return true;
        } catch (RefusedFileException refused) {
            new Position(SheetTree.ROOT, SourceLocation.NONE, problems).reject(refused.code(), refused.detail());
            return false;
        }
    }

    private void readCells(byte[] bytes) {
        if (bytes.length > DocumentLimits.SCENARIO.bytes()) {
            throw new RefusedFileException(
                    "TOO_LARGE", "The document has more than " + DocumentLimits.SCENARIO.bytes() + " bytes.");
        }
        if (bytes.length == 0) {
            throw new RefusedFileException("EMPTY", "The document is empty.");
        }
        grids.addAll(WorkbookReader.read(bytes));
        sheet(READINGS).ifPresent(tree::readings);
        sheet(SCENARIO).ifPresent(grid -> grid.rows().forEach((row, cells) -> tree.field(grid, row, cells)));
        List<String> known = List.of(READINGS, SCENARIO);
        for (Grid grid : grids) {
            String name = grid.name();
            if (!known.contains(name) && !FOR_THE_READER.contains(name)) {
                new Position(SheetTree.ROOT, grid.location(1, 1), problems)
                        .reject(
                                "UNKNOWN_SHEET",
                                "There is no sheet \"" + Text.excerpt(name) + "\" in a scenario.",
                                known,
                                new Suggestion(name, known));
            }
        }
    }

    private Optional<Grid> sheet(String name) {
        Optional<Grid> found =
                grids.stream().filter(grid -> grid.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            new Position(SheetTree.ROOT, SourceLocation.NONE, problems)
                    .reject("MISSING_SHEET", "The workbook has no sheet \"" + name + "\".");
        }
        return found;
    }

    /** The problems of cells and of the scenario together, each with its cell; a cell that was refused has only one. */
    private List<Problem> all(List<Problem> found) {
        Set<SourceLocation> refused = new HashSet<>();
        boolean complete =
                problems.all().stream().noneMatch(problem -> problem.code().equals("MISSING_SHEET"));
        problems.all().forEach(problem -> refused.add(new SourceLocation(problem.line(), problem.column())));
        for (Problem problem : found) {
            if (problem.equals(Problem.UNREPORTED)) {
                problems.addAll(List.of(problem));
                continue;
            }
            SourceLocation cell = tree.cell(problem.pointer());
            if (complete && (cell.equals(SourceLocation.NONE) || !refused.contains(cell))) {
                problems.add(cell, () -> problem.at(cell.line(), cell.column()));
            }
        }
        return problems.all().stream().map(this::named).toList();
    }

    private Problem named(Problem problem) {
        SourceLocation location = new SourceLocation(problem.line(), problem.column());
        Optional<String> cell = problem.line() > 0 ? cellName(location) : Optional.empty();
        return cell.map(problem::inCell).map(this::advised).orElse(problem);
    }

    private Optional<String> cellName(SourceLocation location) {
        return grids.stream()
                .filter(grid -> grid.contains(location))
                .findFirst()
                .map(grid -> grid.cellName(location));
    }

    private Map<String, String> cellNames() {
        Map<String, String> names = new TreeMap<>();
        tree.cells().forEach((pointer, cell) -> cellName(cell).ifPresent(name -> names.put(pointer, name)));
        return names;
    }

    /** With where a source is listed, which the file does not show while it has none. */
    private Problem advised(Problem problem) {
        return problem.code().equals("UNKNOWN_SOURCE")
                ? problem.withDetail(problem.detail() + " List it in a row of the sheet " + SCENARIO
                        + ": source in column A, its id (letters, digits, points, hyphens, underscores) in B, "
                        + "its reference in C.")
                : problem;
    }
}
