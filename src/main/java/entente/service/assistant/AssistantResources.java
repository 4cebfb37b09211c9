package entente.service.assistant;

import entente.document.Text;
import entente.model.rule.RuleBook;
import entente.report.json.ResultDocuments;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.service.archive.StoredScenario;
import entente.service.rulebook.RuleBookSnapshot;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/** What a client can read besides asking: the rule book, its rules and indicators, scenarios, and the glossary. */
final class AssistantResources {

    private static final String MARKDOWN = "text/markdown";
    private static final String JSON = "application/json";
    private static final String SCHEME = "entente://";

    private AssistantResources() {}

    static void addTo(McpServer.StatelessSyncSpecification server, RuleBookSnapshot snapshot) {
        RuleBook book = snapshot.book();
        server.resources(
                resource(
                        "rulebook",
                        "Rule book",
                        "Every rule with its claim, paragraphs and place.",
                        MARKDOWN,
                        AssistantResources::rules),
                resource(
                        "indicators",
                        "Indicators",
                        "Everything that can be rated.",
                        MARKDOWN,
                        call -> MarkdownPage.render(Answers.indicators(book.catalogue()))),
                resource("glossary", "Glossary", "The terms of answers.", MARKDOWN, call -> glossary()),
                resource(
                        "scenarios",
                        "Scenarios",
                        "The scenarios that can be assessed by id.",
                        JSON,
                        call -> call.scenarios(Optional.empty())));
        server.resourceTemplates(
                template(
                        "rules",
                        "Rule",
                        "A rule with its card and place.",
                        MARKDOWN,
                        (call, id) -> book.find(id)
                                .map(rule -> MarkdownPage.render(
                                        Answers.rule(rule, book, call.definedAt("rule", rule.id()))))),
                template(
                        "indicators",
                        "Indicator",
                        "An indicator with its scale.",
                        JSON,
                        (call, id) -> book.catalogue().find(id).map(ResultDocuments.INDICATOR::pretty)),
                template("scenarios", "Scenario", "A scenario as it was written.", JSON, AssistantResources::scenario));
    }

    private static SyncResourceSpecification resource(
            String name, String title, String description, String media, Function<AssistantCall, String> text) {
        Resource resource = Resource.builder()
                .uri(SCHEME + name)
                .name(name)
                .title(title)
                .description(description)
                .mimeType(media)
                .build();
        return new SyncResourceSpecification(
                resource,
                (context, request) -> read(context, resource.uri(), media, call -> Optional.of(text.apply(call))));
    }

    /** Failures that are no fault of the client are left to the transport. */
    private static ReadResourceResult read(
            McpTransportContext context, String uri, String media, Function<AssistantCall, Optional<String>> text) {
        AssistantCall call = AssistantServer.call(context);
        return call.get(() -> text.apply(call))
                .map(contents -> new ReadResourceResult(List.of(new TextResourceContents(uri, media, contents))))
                .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(Text.excerpt(uri)));
    }

    private static SyncResourceTemplateSpecification template(
            String folder,
            String title,
            String description,
            String media,
            BiFunction<AssistantCall, String, Optional<String>> text) {
        String prefix = SCHEME + folder + "/";
        ResourceTemplate template = ResourceTemplate.builder(prefix + "{id}", folder.substring(0, folder.length() - 1))
                .title(title)
                .description(description)
                .mimeType(media)
                .build();
        return new SyncResourceTemplateSpecification(
                template,
                (context, request) -> read(
                        context,
                        request.uri(),
                        media,
                        call -> text.apply(call, request.uri().substring(prefix.length()))));
    }

    private static String rules(AssistantCall call) {
        RuleBook book = call.snapshot().book();
        return "# The rule book, version " + book.version() + "\n\n"
                + book.cards().size()
                + " rules. Read " + SCHEME + "rules/ID for the card of one.\n\n"
                + book.cards().stream()
                        .map(rule -> "- " + rule.id() + " (" + rule.group() + "): " + rule.claim() + " "
                                + String.join(", ", rule.cites()) + " "
                                + call.place("rule", rule.id()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static Optional<String> scenario(AssistantCall call, String id) {
        return call.snapshot()
                .scenarioSource()
                .listed(id)
                .or(() -> call.stored().find().apply(id).map(StoredScenario::bytes))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String glossary() {
        return Uncheck.get(() -> IOUtils.resourceToString("/entente/assistant/glossary.md", StandardCharsets.UTF_8));
    }
}
