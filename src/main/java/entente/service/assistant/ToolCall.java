package entente.service.assistant;

import entente.model.Problem;
import entente.report.answer.AnswerText;
import entente.report.json.ProblemJson;
import entente.scenario.FolderScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.problem.ProblemException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Runs one call of a tool: reads stored scenarios, evaluates, and returns a page or the problems of the arguments. */
final class ToolCall {

    /** Stored scenarios that one call reads. */
    private static final int MAX_STORED = 64;

    private ToolCall() {}

    static CallToolResult run(AssistantTool tool, AssistantCall call, CallToolRequest request) {
        try {
            Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
            byte[] json = AssistantJson.bytes(given);
            Function<ToolArguments, ToolAnswer> evaluation = tool.evaluation().apply(call, given);
            Map<String, byte[]> stored = stored(given, call);
            return call.evaluate(tool.cost(), () -> {
                ToolArguments arguments =
                        new ToolArguments(call.snapshot(), call.folders(), json, stored, tool.common());
                int page = arguments.page();
                ToolAnswer answer = evaluation.apply(arguments);
                return ResultPages.page(
                        tool.common().contains(ToolArguments.SET) ? answer.changed(arguments.changes()) : answer, page);
            });
        } catch (ProblemException refused) {
            call.keep(refused);
            return refusal(refused);
        } catch (RuntimeException failed) {
            call.keep(failed);
            throw failed;
        }
    }

    /** The stored scenarios that texts of the arguments name. */
    private static Map<String, byte[]> stored(Map<String, Object> given, AssistantCall call) {
        Set<String> ids = new TreeSet<>();
        collect(given, ids);
        call.snapshot().scenarioSource().ids().forEach(ids::remove);
        Map<String, byte[]> stored = new LinkedHashMap<>();
        ids.stream()
                .filter(FolderScenarioSource::isId)
                .limit(MAX_STORED)
                .forEach(id -> call.stored()
                        .find()
                        .apply(id)
                        .map(StoredScenario::bytes)
                        .ifPresent(bytes -> stored.put(id, bytes)));
        return stored;
    }

    /** Texts that can stand for a scenario: a member of the arguments, or an item of a list in one. */
    private static void collect(Map<String, Object> given, Set<String> ids) {
        for (Object value : given.values()) {
            Collection<?> items = value instanceof Collection<?> list ? list : List.of(value == null ? "" : value);
            items.forEach(item -> {
                if (item instanceof String text) {
                    ids.add(text);
                }
            });
        }
    }

    private static CallToolResult refusal(ProblemException refused) {
        List<Problem> problems =
                refused.errors().stream().map(ToolArguments::placed).toList();
        String detail = problems.isEmpty() ? refused.detail() : AnswerText.counted(problems);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", refused.type().title());
        document.put("detail", detail);
        document.putAll(AssistantJson.object(ProblemJson.PROBLEMS.pretty(problems)));
        return CallToolResult.builder()
                .addTextContent(AnswerText.refusal(detail, problems))
                .structuredContent(document)
                .isError(true)
                .build();
    }
}
