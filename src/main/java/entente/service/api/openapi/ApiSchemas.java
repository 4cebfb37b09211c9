package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;

import entente.report.json.InputSchemas;
import entente.report.json.RecordType;
import entente.report.json.ResultDocuments;
import entente.report.json.SchemaDefinitions;
import entente.service.analysis.AnalysisRequests;
import entente.service.api.ServiceDocuments;
import entente.service.briefing.ScheduleController;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.WorkshopDocuments;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of the API: those of responses from their declarations, and those of requests. */
public final class ApiSchemas {

    private ApiSchemas() {}

    /** By name. */
    public static Map<String, Object> of(RuleBookSnapshot snapshot) {
        SchemaDefinitions schemas = new SchemaDefinitions(OpenApi.REFERENCE);
        schemas.add("scenario", InputSchemas.scenarioObject(snapshot.book()));
        Stream.of(ResultDocuments.all(), ServiceDocuments.ALL, WorkshopDocuments.ALL, ScheduleController.ALL)
                .flatMap(List::stream)
                .forEach(
                        document -> schemas.add(document.name(), document.type().definition(schemas)));
        Stream.of(WorkshopDocuments.REQUESTS, ScheduleController.REQUESTS)
                .forEach(requests -> requests.forEach(
                        (name, type) -> schemas.add(name, RecordType.of(type).definition(schemas))));
        AnalysisRequests.addTo(schemas);
        schemas.add("schema", keywords("description", "A JSON document of its own standard.", "type", "object"));
        schemas.add(
                "briefing-of-scenarios",
                keywords("anyOf", List.of(OpenApi.reference("briefing"), OpenApi.reference("combined-briefing"))));
        return schemas.all();
    }
}
