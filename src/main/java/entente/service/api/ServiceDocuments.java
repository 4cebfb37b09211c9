package entente.service.api;

import entente.report.json.ResultDocument;
import entente.service.problem.ProblemWriter;
import java.util.List;

/** The documents that only the service returns. */
public final class ServiceDocuments {

    /** Maximum number of scenarios in a comparison. */
    public static final int MAX_COMPARED = ComparisonRequest.MAX_SCENARIOS;

    public static final List<ResultDocument<?>> ALL = List.of(
            RuleBookJson.DOCUMENT,
            ArchivePageJson.DOCUMENT,
            ScenarioListJson.DOCUMENT,
            StoredScenarioJson.DOCUMENT,
            BatchResults.DOCUMENT,
            JobJson.DOCUMENT,
            ProblemWriter.DOCUMENT,
            ProblemWriter.TYPE_DOCUMENT,
            ProblemWriter.TYPES_DOCUMENT);

    private ServiceDocuments() {}
}
