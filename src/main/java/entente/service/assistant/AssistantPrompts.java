package entente.service.assistant;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.report.answer.PromptText;
import entente.service.rulebook.RuleBookSnapshot;
import io.modelcontextprotocol.common.McpTransportContext;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/** Instructions that a user can choose in a client. */
final class AssistantPrompts {

    private static final int MAX_TEXT = 32_000;

    private AssistantPrompts() {}

    static void addTo(
            McpServer.StatelessSyncSpecification server,
            RuleBookSnapshot snapshot,
            Function<McpTransportContext, AssistantCall> calls) {
        Catalogue catalogue = snapshot.book().catalogue();
        server.prompts(
                prompt(
                        "assess_situation",
                        "Assess this situation",
                        "Collects readings one barrier at a time without guessing any, then validates and assesses the scenario.",
                        new PromptArgument("situation", "Situation", "What is known, in words.", true),
                        (context, situation) -> PromptText.assess(catalogue, situation)),
                prompt(
                        "argue_against",
                        "Argue against this verdict",
                        "Attacks the verdict on a scenario with rules that did not fire, flips and weak readings.",
                        new PromptArgument("scenario", "Scenario", "Id of a scenario.", true),
                        (context, scenario) -> PromptText.argueAgainst(known(scenario, calls.apply(context)))));
    }

    private static SyncPromptSpecification prompt(
            String name,
            String title,
            String description,
            PromptArgument argument,
            BiFunction<McpTransportContext, String, String> text) {
        Prompt prompt = new Prompt(name, title, description, List.of(argument));
        return new SyncPromptSpecification(
                prompt,
                (context, request) -> new GetPromptResult(
                        description,
                        List.of(new PromptMessage(
                                Role.USER, new TextContent(text.apply(context, value(request, argument.name())))))));
    }

    private static String value(GetPromptRequest request, String name) {
        Object value = request.arguments() == null ? null : request.arguments().get(name);
        if (!(value instanceof String text) || text.isBlank() || text.length() > MAX_TEXT) {
            throw invalid("The argument " + name + " is a text of 1 to " + MAX_TEXT + " characters.");
        }
        return text;
    }

    /** The id of a scenario, which becomes a part of the instructions: no other text may. */
    private static String known(String id, AssistantCall call) {
        List<String> shipped = call.snapshot().scenarioSource().ids();
        try {
            if (shipped.contains(id) || call.stored().find().apply(id).isPresent()) {
                return id;
            }
        } catch (RuntimeException failed) {
            call.keep(failed);
            throw failed;
        }
        throw invalid("There is no scenario \"" + Text.excerpt(id) + "\"." + Suggestion.sentence(id, shipped)
                + " list_scenarios gives the ids.");
    }

    private static McpError invalid(String message) {
        return McpError.builder(AssistantMessages.INVALID_PARAMS)
                .message(message)
                .build();
    }
}
