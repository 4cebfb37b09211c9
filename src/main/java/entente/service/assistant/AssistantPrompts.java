package entente.service.assistant;

import entente.model.Catalogue;
import entente.report.answer.PromptText;
import entente.service.rulebook.RuleBookSnapshot;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Instructions that a user can choose in a client. */
final class AssistantPrompts {

    private static final int MAX_TEXT = 32_000;
    private static final int INVALID_PARAMS = -32602;

    private AssistantPrompts() {}

    static void addTo(McpServer.StatelessSyncSpecification server, RuleBookSnapshot snapshot) {
        Catalogue catalogue = snapshot.book().catalogue();
        server.prompts(
                prompt(
                        "assess_situation",
                        "Assess this situation",
                        "Collects readings one barrier at a time without guessing any, then validates and assesses the scenario.",
                        new PromptArgument("situation", "Situation", "What is known, in words.", true),
                        situation -> PromptText.assess(catalogue, situation)),
                prompt(
                        "argue_against",
                        "Argue against this verdict",
                        "Attacks the verdict on a scenario with rules that did not fire, flips and weak readings.",
                        new PromptArgument("scenario", "Scenario", "Id of a scenario.", true),
                        PromptText::argueAgainst));
    }

    private static SyncPromptSpecification prompt(
            String name, String title, String description, PromptArgument argument, UnaryOperator<String> text) {
        Prompt prompt = new Prompt(name, title, description, List.of(argument));
        return new SyncPromptSpecification(
                prompt,
                (context, request) -> new GetPromptResult(
                        description,
                        List.of(new PromptMessage(
                                Role.USER, new TextContent(text.apply(value(request, argument.name())))))));
    }

    private static String value(GetPromptRequest request, String name) {
        Object value = request.arguments() == null ? null : request.arguments().get(name);
        if (!(value instanceof String text) || text.isBlank() || text.length() > MAX_TEXT) {
            throw McpError.builder(INVALID_PARAMS)
                    .message("The argument " + name + " is a text of 1 to " + MAX_TEXT + " characters.")
                    .build();
        }
        return text;
    }
}
