package entente.service.api;

import entente.briefing.BriefingScenario;
import entente.document.Node;
import entente.model.Scenario;
import entente.scenario.CanonicalScenario;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import entente.sheet.SheetWriter;
import java.nio.charset.StandardCharsets;

/** A body that is one scenario: JSON, or a spreadsheet where the Content-Type says so. */
public record ScenarioBody(byte[] bytes, boolean isSheet) {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @throws ProblemException as {@link ApiRequest#body} */
    public static ScenarioBody of(ApiRequest request) {
        return new ScenarioBody(request.body(), request.hasContentType(XLSX));
    }

    public static ScenarioBody ofJson(byte[] bytes) {
        return new ScenarioBody(bytes, false);
    }

    /** Distinguishes the same bytes in another form; empty for JSON. */
    public String variant() {
        return isSheet ? " of XLSX" : "";
    }

    public ScenarioResult result(RuleBookSnapshot snapshot) {
        return result(snapshot.reader(), snapshot);
    }

    private ScenarioResult result(ScenarioReader reader, RuleBookSnapshot snapshot) {
        return isSheet
                ? SheetReader.read(bytes, reader, snapshot.scenarioSource(), ScenarioOverrides.NONE)
                : reader.read(bytes, snapshot.scenarioSource());
    }

    public BriefingScenario forBriefing(RuleBookSnapshot snapshot) {
        return snapshot.readForBriefing(reader -> result(reader, snapshot));
    }

    public Scenario scenario(RuleBookSnapshot snapshot) {
        return RuleBookSnapshot.accepted(result(snapshot));
    }

    /**
     * A valid scenario as a workbook, in the bytes of the command {@code sheet}.
     *
     * @throws ProblemException if a text is longer than a cell
     */
    public byte[] workbook(RuleBookSnapshot snapshot) {
        return SheetWriter.write(
                        tree(),
                        SheetFormat.XLSX,
                        snapshot.book().catalogue(),
                        snapshot.reader(),
                        snapshot.scenarioSource())
                .orElseThrow(() -> ProblemType.INVALID.problem(
                        "The scenario cannot be written as a workbook: a text is longer than a cell of a workbook."));
    }

    /** A valid scenario as JSON: as it was sent, or as the command line writes that of a spreadsheet. */
    public byte[] json() {
        return isSheet ? CanonicalScenario.write(tree()).getBytes(StandardCharsets.UTF_8) : bytes;
    }

    private Node tree() {
        return SheetReader.tree(bytes, isSheet ? SheetFormat.XLSX : SheetFormat.JSON)
                .orElseThrow();
    }
}
