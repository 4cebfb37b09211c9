package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings.Request;
import entente.document.Fields;
import entente.model.Catalogue;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.report.answer.AnswerText;
import entente.report.answer.VerdictAnswer;
import entente.report.briefing.Briefing;
import entente.report.json.AssessmentJson;
import entente.report.json.ProblemJson;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tools about one scenario: is it valid, what is the verdict, and the verdict as a briefing. */
final class ScenarioTools {

    /** Arguments of every tool about one scenario. */
    static final List<String> OVERRIDDEN = List.of(ToolArguments.PAGE, ToolArguments.SET, ToolArguments.WITHOUT);

    private static final String LEDGER = "ledger";
    private static final String SCALE = "scale";

    /** Which rows of the ledger an answer has. */
    private enum Rows {
        FIRED,
        ALL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ScenarioTools() {}

    static Stream<AssistantTool> of(ToolSchemas schemas) {
        return Stream.of(validate(schemas), assess(), brief());
    }

    private static AssistantTool validate(ToolSchemas schemas) {
        return AssistantTool.of(
                "validate_scenario",
                "Validate a scenario",
                "Checks a scenario and returns every problem with its place, what is allowed and what was probably meant; and which "
                        + "indicators are still unknown. Call it before assess with a scenario that you wrote.",
                object(
                        keywords(
                                ToolArguments.SCENARIO, schemas.scenarioInFull(),
                                ToolArguments.SET, ToolSchemas.set(),
                                ToolArguments.WITHOUT, ToolSchemas.without(),
                                ToolArguments.PAGE, ToolSchemas.page()),
                        ToolArguments.SCENARIO),
                Cost.LIGHT,
                OVERRIDDEN,
                (call, arguments) -> {
                    arguments.allowOnly(ToolArguments.SCENARIO);
                    ProblemJson.Report report = new ProblemJson.Report(ToolArguments.SCENARIO, List.of());
                    Optional<List<String>> unknown = Optional.empty();
                    String text;
                    try {
                        Catalogue catalogue = call.snapshot().book().catalogue();
                        Scenario scenario = arguments.checkedScenario();
                        unknown = Optional.of(AnswerText.unknown(scenario, catalogue));
                        text = AnswerText.valid(scenario, catalogue);
                    } catch (ProblemException invalid) {
                        if (!invalid.errors().stream().allMatch(arguments::isAboutScenario)) {
                            throw invalid;
                        }
                        report = new ProblemJson.Report(
                                ToolArguments.SCENARIO,
                                invalid.errors().stream()
                                        .map(ToolArguments::placed)
                                        .toList());
                        text = AnswerText.problems(invalid.detail(), report.problems());
                    }
                    Map<String, Object> document = first(ProblemJson.DOCUMENT.pretty(List.of(report)));
                    unknown.ifPresent(ids -> document.put("unknown", ids));
                    return new ToolAnswer(text, AnswerText.source(arguments.command("validate")), document, "errors");
                });
    }

    @SuppressWarnings("unchecked") // a list of objects
    private static Map<String, Object> first(String json) {
        return (Map<String, Object>) AssistantJson.list(json).get(0);
    }

    private static AssistantTool assess() {
        return AssistantTool.of(
                "assess",
                "Assess a scenario",
                "How likely the event of the rule book is in a scenario: likelihood in a word with its range and in percent, "
                        + "interval, confidence, the strongest findings with rule, paragraph and place, and what to find out. The "
                        + "figures and the ledger of rules are in the structured content.",
                object(
                        ToolSchemas.changeable(
                                SCALE,
                                keywords("enum", names(), "default", "icd203"),
                                LEDGER,
                                keywords(
                                        "enum",
                                        Stream.of(Rows.values()).map(Rows::word).toList(),
                                        "default",
                                        Rows.FIRED.word(),
                                        "description",
                                        "Rules that fired, or all with how far they were from it.")),
                        ToolArguments.SCENARIO),
                Cost.LIGHT,
                OVERRIDDEN,
                ScenarioTools::assess);
    }

    private static ToolAnswer assess(AssistantCall call, ToolArguments arguments) {
        Fields fields = arguments.allowOnly(ToolArguments.SCENARIO, SCALE, LEDGER);
        LikelihoodScale scale = scale(fields);
        Rows rows = fields.constant(LEDGER, List.of(Rows.values()), Rows::word).orElse(Rows.FIRED);
        RuleBookSnapshot snapshot = call.snapshot();
        Assessment assessment = snapshot.assessor().assess(arguments.checkedScenario());
        Assessment shown = rows == Rows.ALL
                ? assessment
                : assessment.withLedger(
                        assessment.ledger().stream().filter(LedgerRow::fired).toList());
        Map<String, Object> document =
                AssistantJson.object(AssessmentJson.document(scale).pretty(shown));
        // The readings are those of the arguments, or of the scenario as a resource.
        if (document.get("scenario") instanceof Map<?, ?> scenario) {
            scenario.remove("resolved");
        }
        return new ToolAnswer(
                VerdictAnswer.of(assessment, scale, call.locations()::rule),
                AnswerText.judgement(snapshot.book(), arguments.command("assess", option(scale))),
                document,
                LEDGER);
    }

    private static AssistantTool brief() {
        return AssistantTool.of(
                "brief",
                "Write a briefing",
                "The verdict on a scenario as a briefing of two to three pages in Markdown: bottom line, key judgements, what to watch, "
                        + "sources. Use it as it is; its sentences keep likelihood and confidence apart.",
                object(
                        ToolSchemas.changeable(
                                SCALE,
                                keywords("enum", names(), "default", "icd203"),
                                "long",
                                keywords("type", "boolean", "description", "Append every rule that fired.")),
                        ToolArguments.SCENARIO),
                Cost.HEAVY,
                OVERRIDDEN,
                (call, arguments) -> {
                    Fields fields = arguments.allowOnly(ToolArguments.SCENARIO, SCALE, "long");
                    LikelihoodScale scale = scale(fields);
                    boolean isLong = fields.booleanValue("long").orElse(false);
                    BriefingScenario scenario = arguments.checkedForBriefing();
                    Briefing briefing = call.snapshot()
                            .briefings()
                            .write(Request.first(scenario, scale, isLong, arguments.command("assess", option(scale))));
                    return new ToolAnswer(
                            rendered(BriefingMedium.MD, briefing),
                            AnswerText.judgement(
                                    call.snapshot().book(),
                                    arguments.command("brief", option(scale), isLong ? "--long" : "")),
                            AssistantJson.object(rendered(BriefingMedium.JSON, briefing)),
                            "sources");
                });
    }

    private static String rendered(BriefingMedium medium, Briefing briefing) {
        return new String(medium.render(briefing), StandardCharsets.UTF_8);
    }

    private static List<String> names() {
        return Arrays.stream(LikelihoodScale.values()).map(ScenarioTools::name).toList();
    }

    private static String name(LikelihoodScale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    private static LikelihoodScale scale(Fields fields) {
        return fields.constant(SCALE, List.of(LikelihoodScale.values()), ScenarioTools::name)
                .orElse(LikelihoodScale.ICD203);
    }

    private static String option(LikelihoodScale scale) {
        return scale == LikelihoodScale.ICD203 ? "" : "--scale " + name(scale);
    }
}
