package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.document.Node;
import entente.document.Node.ListNode;
import entente.model.Catalogue;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.answer.AnswerText;
import entente.report.json.ContrastJson;
import entente.report.json.FlipJson;
import entente.report.json.SensitivityJson;
import entente.report.json.SeriesJson;
import entente.report.question.Answers;
import entente.scoring.Assessor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.analysis.AnalysisRequests;
import entente.service.analysis.AnalysisRequests.FlipRequest;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tools that ask how a verdict would change, and how verdicts differ. */
final class AnalysisTools {

    private static final int SETS = 10;
    private static final String SCENARIOS = "scenarios";

    private AnalysisTools() {}

    static Stream<AssistantTool> of(ToolSchemas schemas) {
        return Stream.of(flips(schemas), compare(schemas), sensitivity(schemas), series(schemas));
    }

    private static AssistantTool flips(ToolSchemas schemas) {
        return AssistantTool.of(
                "find_flips",
                "Find what would change the verdict",
                "All smallest sets of readings whose change leads to another band of likelihood, each evaluated before it is "
                        + "reported. Give exactly one of to, up and down.",
                schemas.request("flip-request"),
                Cost.HEAVY,
                ScenarioTools.OVERRIDDEN,
                (call, arguments) -> {
                    RuleBookSnapshot snapshot = call.snapshot();
                    Catalogue catalogue = snapshot.book().catalogue();
                    FlipRequest question = AnalysisRequests.flip(arguments, catalogue);
                    Set<String> locked = question.locked(catalogue);
                    FlipTarget target = question.target();
                    var result = new FlipSearch(snapshot.assessor())
                            .find(question.scenario(), target, locked, question.size());
                    return ToolAnswer.of(
                            Answers.flip(result, SETS),
                            AnswerText.judgement(
                                    snapshot.book(),
                                    arguments.command(
                                            "flip",
                                            (target.band().isPresent() ? "--to " : "--")
                                                    + target.name().toLowerCase(Locale.ROOT),
                                            "--max-size " + question.size(),
                                            locked.isEmpty() ? "" : "--lock " + String.join(",", locked))),
                            FlipJson.DOCUMENT.pretty(result),
                            "flips");
                });
    }

    private static AssistantTool compare(ToolSchemas schemas) {
        return AssistantTool.of(
                "compare",
                "Compare scenarios",
                "What differs between the first scenario and each further one: readings, rules, and an exact division of the "
                        + "difference in likelihood among barriers and drivers. To see what a change does, compare a scenario with one "
                        + "that extends it and holds only the change.",
                object(
                        keywords(
                                SCENARIOS,
                                schemas.scenarios("The first is the reference."),
                                ToolArguments.PAGE,
                                ToolSchemas.page()),
                        SCENARIOS),
                Cost.HEAVY,
                List.of(ToolArguments.PAGE),
                (call, arguments) -> {
                    arguments.fields().require(SCENARIOS);
                    if (!arguments.fields().has(SCENARIOS)) {
                        arguments.check();
                    }
                    Assessor assessor = call.snapshot().assessor();
                    ScenarioContrasts contrasts = new ScenarioContrasts(assessor);
                    List<Assessment> assessments = AnalysisRequests.comparison(arguments).stream()
                            .map(assessor::assess)
                            .toList();
                    List<ScenarioContrast> found = assessments.stream()
                            .skip(1)
                            .map(after -> contrasts.between(assessments.get(0), after))
                            .toList();
                    return ToolAnswer.of(
                            Answers.contrast(found, false),
                            AnswerText.judgement(
                                    call.snapshot().book(), call.folders().command("compare " + named(arguments))),
                            ContrastJson.DOCUMENT.pretty(found),
                            "comparisons");
                });
    }

    private static String named(ToolArguments arguments) {
        List<Node> nodes =
                arguments.fields().get(SCENARIOS).orElseThrow() instanceof ListNode list ? list.items() : List.of();
        return nodes.stream().map(arguments::named).collect(Collectors.joining(" "));
    }

    private static AssistantTool sensitivity(ToolSchemas schemas) {
        return AssistantTool.of(
                "sensitivity",
                "Ask what each reading does",
                "The effect of each reading alone on the likelihood, widest first, and the values at which the verdict would "
                        + "change.",
                schemas.request("sensitivity-request"),
                Cost.HEAVY,
                ScenarioTools.OVERRIDDEN,
                (call, arguments) -> {
                    boolean all = arguments
                            .allowOnly(ToolArguments.SCENARIO, "all")
                            .booleanValue("all")
                            .orElse(false);
                    Scenario scenario = arguments.checkedScenario();
                    SensitivityResult result =
                            new SensitivityAnalysis(call.snapshot().assessor()).analyze(scenario);
                    return ToolAnswer.of(
                            Answers.sensitivity(result, all),
                            AnswerText.judgement(
                                    call.snapshot().book(), arguments.command("sensitivity", all ? "--all" : "")),
                            SensitivityJson.write(result, all),
                            "readings");
                });
    }

    private static AssistantTool series(ToolSchemas schemas) {
        Map<String, Object> scenarios = schemas.scenarios("Each with a date. Default: all shipped scenarios.");
        scenarios.remove("minItems");
        return AssistantTool.of(
                "series",
                "Follow verdicts over time",
                "Verdicts in the order of the dates of their scenarios, and what moved the likelihood from each to the next.",
                object(keywords(SCENARIOS, scenarios, ToolArguments.PAGE, ToolSchemas.page())),
                Cost.HEAVY,
                List.of(ToolArguments.PAGE),
                (call, arguments) -> {
                    RuleBookSnapshot snapshot = call.snapshot();
                    boolean given = arguments.allowOnly(SCENARIOS).has(SCENARIOS);
                    TimeSeries series =
                            TimeSeries.of(snapshot.assessor(), distinct(given ? given(arguments) : shipped(snapshot)));
                    return ToolAnswer.of(
                            Answers.series(series, LikelihoodScale.ICD203, false),
                            AnswerText.judgement(
                                    snapshot.book(),
                                    call.folders()
                                            .command("assess "
                                                    + (given
                                                            ? named(arguments)
                                                            : call.folders().scenariosName()) + " --series")),
                            SeriesJson.DOCUMENT.pretty(series),
                            "steps");
                });
    }

    private static List<Scenario> given(ToolArguments arguments) {
        int count = arguments.fields().get(SCENARIOS).orElseThrow() instanceof ListNode list
                ? list.items().size()
                : 1;
        if (count < 1 || count > AnalysisRequests.MAX_SCENARIOS) {
            arguments
                    .fields()
                    .reject(
                            SCENARIOS,
                            "OUT_OF_RANGE",
                            "A series requires 1 to " + AnalysisRequests.MAX_SCENARIOS + " scenarios.");
            arguments.check();
        }
        List<Scenario> scenarios = arguments.scenarios(SCENARIOS);
        arguments.check();
        for (int i = 0; i < scenarios.size(); i++) {
            if (scenarios.get(i).asOf().isEmpty()) {
                String pointer = "#/" + SCENARIOS + "/" + i
                        + TimeSeries.NO_DATE.pointer().substring(1);
                arguments.add(List.of(TimeSeries.NO_DATE.withPointer(pointer)));
            }
        }
        arguments.check();
        return scenarios;
    }

    private static List<Scenario> shipped(RuleBookSnapshot snapshot) {
        return snapshot.scenarioSource().ids().stream()
                .flatMap(id -> snapshot.scenarioSource().find(id).stream())
                .map(snapshot::read)
                .filter(scenario -> scenario.asOf().isPresent())
                .toList();
    }

    /** The same scenario counts once. */
    private static List<Scenario> distinct(List<Scenario> scenarios) {
        Map<String, Scenario> byDigest = new LinkedHashMap<>();
        scenarios.forEach(scenario -> byDigest.putIfAbsent(scenario.sha256(), scenario));
        return new ArrayList<>(byDigest.values());
    }
}
