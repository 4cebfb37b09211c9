package entente.service.assistant;

import entente.service.admission.EvaluationExecutor.Cost;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A tool, declared once for both transports.
 *
 * @param description for the model: what it answers, and when to use it
 * @param schema of the arguments
 * @param cost of its evaluation
 * @param common names of arguments beside those of the request that it shares with HTTP
 * @param evaluation prepares an answer, which may read the archive, and returns what computes it, which may not
 */
record AssistantTool(
        String name,
        String title,
        String description,
        Map<String, Object> schema,
        Cost cost,
        List<String> common,
        BiFunction<AssistantCall, Map<String, Object>, Function<ToolArguments, ToolAnswer>> evaluation) {

    /** One that does not read the archive, except for scenarios that its arguments name. */
    static AssistantTool of(
            String name,
            String title,
            String description,
            Map<String, Object> schema,
            Cost cost,
            List<String> common,
            BiFunction<AssistantCall, ToolArguments, ToolAnswer> answer) {
        return new AssistantTool(
                name,
                title,
                description,
                schema,
                cost,
                common,
                (call, arguments) -> checked -> answer.apply(call, checked));
    }

    /** As clients see it. None writes, and none reaches beyond the engine. */
    Tool declaration() {
        return Tool.builder(name, schema)
                .title(title)
                .description(description)
                .annotations(new ToolAnnotations(title, true, false, true, false, null))
                .build();
    }
}
