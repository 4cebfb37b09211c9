package entente.service.assistant;

import entente.model.Problem;
import entente.report.answer.AnswerText;
import entente.report.json.ProblemJson;
import entente.scenario.FolderScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Divides an answer into pages, so that no result is larger than {@value #MAX_BYTES} bytes of JSON. Nothing is left out: each
     * page says how many there are.
     */
    static final class ResultPages {

        /** Bound of a result. */
        static final int MAX_BYTES = 1 << 16;

        private static final int TEXT_BYTES = 12 << 10;
        private static final int LIST_BYTES = 40 << 10;

        private ResultPages() {}

        /** @throws ProblemException if there is no such page, or if it is too large even alone */
        static CallToolResult page(ToolAnswer answer, int number) {
            List<List<Object>> texts = divided(List.of(answer.text().split("\n", -1)), TEXT_BYTES);
            List<List<Object>> lists = answer.document().get(answer.list()) instanceof List<?> list
                    ? divided(list, LIST_BYTES)
                    : List.of(List.of());
            int pages = Math.max(texts.size(), lists.size());
            if (number > pages) {
                throw outOfRange(pages);
            }
            StringBuilder text = new StringBuilder();
            if (number <= texts.size()) {
                texts.get(number - 1).forEach(line -> text.append(line).append('\n'));
            }
            if (pages > 1) {
                text.append(AnswerText.page(number, pages, answer.list())).append('\n');
            }
            CallToolResult result = CallToolResult.builder()
                    .addTextContent(text.append(text.length() == 0 ? "" : "\n")
                            .append(answer.closing())
                            .toString())
                    .structuredContent(document(answer, lists, number, pages))
                    .isError(false)
                    .build();
            if (AssistantJson.bytes(result).length > MAX_BYTES) {
                throw ProblemException.of(
                        ProblemType.TOO_LARGE,
                        "The result is larger than " + MAX_BYTES
                                + " bytes. Ask for less: fewer scenarios, or not all of a list.");
            }
            return result;
        }

        private static Map<String, Object> document(
                ToolAnswer answer, List<List<Object>> lists, int number, int pages) {
            Map<String, Object> document = new LinkedHashMap<>(answer.document());
            // Some clients show a model this part only.
            document.put("note", answer.closing());
            if (document.containsKey(answer.list())) {
                document.put(answer.list(), number <= lists.size() ? lists.get(number - 1) : List.of());
            }
            if (pages > 1) {
                Map<String, Object> page = new LinkedHashMap<>();
                page.put("number", number);
                page.put("of", pages);
                if (document.containsKey(answer.list())) {
                    page.put("list", answer.list());
                    page.put("total", lists.stream().mapToInt(List::size).sum());
                }
                document.put("page", page);
            }
            return document;
        }

        /** At least one part, each at most so large unless one item alone is larger. */
        private static List<List<Object>> divided(List<?> items, int bytes) {
            List<List<Object>> parts = new ArrayList<>();
            List<Object> part = new ArrayList<>();
            int size = 0;
            for (Object item : items) {
                int more = (item instanceof String line
                                        ? line.getBytes(StandardCharsets.UTF_8)
                                        : AssistantJson.bytes(item))
                                .length
                        + 1;
                if (size + more > bytes && !part.isEmpty()) {
                    parts.add(part);
                    part = new ArrayList<>();
                    size = 0;
                }
                part.add(item);
                size += more;
            }
            parts.add(part);
            return parts;
        }

        private static ProblemException outOfRange(int pages) {
            String detail = pages == 1 ? "There is one page." : "There are " + pages + " pages.";
            return ProblemException.of(
                    ProblemType.INVALID,
                    "The arguments have 1 problem.",
                    List.of(new Problem(
                            "#/" + ToolArguments.PAGE, "OUT_OF_RANGE", detail, List.of(), Optional.empty(), 0, 0)));
        }
    }
}
