package entente.service.assistant;

import static entente.report.json.InputSchemas.object;

import entente.model.Problem;
import entente.report.answer.AnswerText;
import entente.report.form.Answer;
import entente.report.json.ProblemJson;
import entente.report.markdown.MarkdownPage;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A tool, declared once for both transports, and what its answers consist of.
 *
 * @param description for the model: what it answers, and when to use it
 * @param own properties of its arguments beside those that tools share; a scenario among them may be changed by the call
 * @param required arguments
 * @param cost of its answer as an evaluation; empty if it reads the archive, which no evaluation may, and then evaluates
 */
record AssistantTool(
        String name,
        String title,
        String description,
        Map<String, Object> own,
        List<String> required,
        Optional<Cost> cost,
        Function<ToolArguments, ToolAnswer> answer) {

    /** Bound of a result. */
    static final int MAX_BYTES = 1 << 16;

    private static final int TEXT_BYTES = 12 << 10;
    private static final int LIST_BYTES = 40 << 10;

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>(own);
        if (own.containsKey(ToolArguments.SCENARIO)) {
            arguments.putAll(ToolSchemas.CHANGES);
        }
        arguments.put(ToolArguments.PAGE, ToolSchemas.PAGE);
        return arguments;
    }

    /** As clients see it. None writes, and none reaches beyond the engine. */
    Tool declaration() {
        return Tool.builder(name, object(arguments(), required.toArray(String[]::new)))
                .title(title)
                .description(description)
                .annotations(new ToolAnnotations(title, true, false, true, false, null))
                .build();
    }

    /** Reads stored scenarios, evaluates, and returns a page or the problems of the arguments. */
    CallToolResult run(AssistantCall call, CallToolRequest request) {
        try {
            return call.get(() ->
                    answer(call, Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of())));
        } catch (ProblemException refused) {
            return refusal(refused);
        }
    }

    private CallToolResult answer(AssistantCall call, Map<String, Object> given) {
        ToolArguments arguments = new ToolArguments(call, given, arguments().keySet());
        Supplier<CallToolResult> answering = () -> {
            int page = arguments.page();
            return answer.apply(arguments).changed(arguments.changes()).page(page);
        };
        return cost.isPresent() ? call.evaluator().evaluate(cost.get(), answering::get) : answering.get();
    }

    private static CallToolResult refusal(ProblemException refused) {
        List<Problem> problems =
                refused.errors().stream().map(ToolArguments::placed).toList();
        String detail = problems.isEmpty() ? refused.detail() : AnswerText.counted(problems);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", refused.type().title());
        document.put("detail", detail);
        document.putAll(AssistantMessages.object(ProblemJson.PROBLEMS.pretty(problems)));
        return CallToolResult.builder()
                .addTextContent(AnswerText.refusal(detail, problems))
                .structuredContent(document)
                .isError(true)
                .build();
    }

    /**
     * The answer of a tool before it is divided into pages.
     *
     * @param text to be quoted; its lines may be divided among pages
     * @param closing the last paragraph of every page
     * @param document the figures, as the command line writes them with {@code --format json}
     * @param list the member of the document that is divided among pages; empty for none
     */
    record ToolAnswer(String text, String closing, Map<String, Object> document, String list) {

        /** With what a call changed below the title. */
        ToolAnswer changed(List<String> changes) {
            if (changes.isEmpty()) {
                return this;
            }
            int end = text.indexOf('\n');
            int title = end < 0 ? text.length() : end;
            String below = (text.startsWith("#") ? "\n\n" : "\n") + AnswerText.changed(changes);
            return new ToolAnswer(text.substring(0, title) + below + text.substring(title), closing, document, list);
        }

        static ToolAnswer of(Answer report, String closing, String json, String list) {
            return new ToolAnswer(MarkdownPage.render(report), closing, AssistantMessages.object(json), list);
        }

        /**
         * A page, so that no result is larger than {@value #MAX_BYTES} bytes of JSON. Nothing is left out: each page says how
         * many there are.
         *
         * @throws ProblemException if there is no such page, or if it is too large even alone
         */
        CallToolResult page(int number) {
            List<List<Object>> texts = divided(List.of(text.split("\n", -1)), TEXT_BYTES);
            List<List<Object>> lists =
                    document.get(list) instanceof List<?> items ? divided(items, LIST_BYTES) : List.of(List.of());
            int pages = Math.max(texts.size(), lists.size());
            if (number > pages) {
                throw outOfRange(pages);
            }
            StringBuilder shown = new StringBuilder();
            if (number <= texts.size()) {
                texts.get(number - 1).forEach(line -> shown.append(line).append('\n'));
            }
            if (pages > 1) {
                shown.append(AnswerText.page(number, pages, list)).append('\n');
            }
            CallToolResult result = CallToolResult.builder()
                    .addTextContent(shown.append(shown.length() == 0 ? "" : "\n")
                            .append(closing)
                            .toString())
                    .structuredContent(paged(lists, number, pages))
                    .isError(false)
                    .build();
            if (AssistantMessages.bytes(result).length > MAX_BYTES) {
                throw ProblemType.TOO_LARGE.problem("The result is larger than " + MAX_BYTES
                        + " bytes. Ask for less: fewer scenarios, or not all of a list.");
            }
            return result;
        }

        private Map<String, Object> paged(List<List<Object>> lists, int number, int pages) {
            Map<String, Object> paged = new LinkedHashMap<>(document);
            // Some clients show a model this part only.
            paged.put("note", closing);
            if (paged.containsKey(list)) {
                paged.put(list, number <= lists.size() ? lists.get(number - 1) : List.of());
            }
            if (pages > 1) {
                Map<String, Object> page = new LinkedHashMap<>();
                page.put("number", number);
                page.put("of", pages);
                if (paged.containsKey(list)) {
                    page.put("list", list);
                    page.put("total", lists.stream().mapToInt(List::size).sum());
                }
                paged.put("page", page);
            }
            return paged;
        }

        /** At least one part, each at most so large unless one item alone is larger. */
        private static List<List<Object>> divided(List<?> items, int bytes) {
            List<List<Object>> parts = new ArrayList<>();
            List<Object> part = new ArrayList<>();
            int size = 0;
            for (Object item : items) {
                int more = AssistantMessages.bytes(item).length + 1;
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
            return ProblemType.INVALID.problem(
                    "The arguments have 1 problem.",
                    List.of(Problem.of("#/" + ToolArguments.PAGE, "OUT_OF_RANGE", detail)));
        }
    }
}
