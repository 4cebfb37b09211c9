package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings.Request;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.answer.AnswerText;
import entente.report.briefing.Briefing;
import entente.report.form.Answer;
import entente.report.json.AssessmentJson;
import entente.report.json.ContrastJson;
import entente.report.json.ExplanationJson;
import entente.report.json.ExplanationJson.Explanation;
import entente.report.json.FlipJson;
import entente.report.json.ProblemJson;
import entente.report.json.ResultDocuments;
import entente.report.json.SensitivityJson;
import entente.report.json.SeriesJson;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.Wording;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.analysis.AnalysisRequests;
import entente.service.analysis.AnalysisRequests.FlipRequest;
import entente.service.analysis.AnalysisRequests.Scenarios;
import entente.service.analysis.AnalysisRequests.SensitivityRequest;
import entente.service.assistant.AssistantTool.ToolAnswer;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The tools: what there is to ask about, one scenario, and what would change a verdict or moves it. */
@RequiredArgsConstructor
final class AssistantTools {

    private static final String SCALE = "scale";
    private static final String LEDGER = "ledger";
    private static final Map<String, Object> SCALES = keywords(
            "enum",
            Stream.of(LikelihoodScale.values()).map(AssistantTools::name).toList(),
            "default",
            "icd203");

    /** Which rows of the ledger an answer has. */
    private static final List<String> LEDGERS = List.of("fired", "all");

    private static final int SETS = 10;

    private final RuleBookSnapshot snapshot;

    List<AssistantTool> all() {
        return List.of(
                listScenarios(),
                listIndicators(),
                explainIndicator(),
                explainRule(),
                validate(),
                assess(),
                brief(),
                flips(),
                compare(),
                sensitivity(),
                series());
    }

    private AssistantTool listScenarios() {
        return new AssistantTool(
                "list_scenarios",
                "List scenarios",
                "Lists the scenarios that can be assessed by id, with title, date and horizon. assess gives the verdict "
                        + "on each.",
                keywords("after", keywords("type", "string", "description", "List what follows this id.")),
                List.of(),
                Optional.empty(),
                arguments -> {
                    Optional<String> after = arguments.fields().text("after");
                    arguments.check();
                    AssistantCall call = arguments.call();
                    Map<String, Object> document = AssistantMessages.object(call.scenarios(after));
                    return new ToolAnswer(
                            lines(document),
                            "This list has no verdicts: assess gives that on each, as "
                                    + call.folders().command("assess ID") + " does on the command line.",
                            document,
                            ToolArguments.SCENARIOS);
                });
    }

    private static String lines(Map<String, Object> document) {
        List<?> items = document.get(ToolArguments.SCENARIOS) instanceof List<?> list ? list : List.of();
        String more = document.get("next") instanceof String next ? "\nMore after \"" + next + "\"." : "";
        return items.stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> "- " + item.get("id") + ": "
                                + (item.get("title") == null
                                        ? "not valid under this rule book"
                                        : AnswerText.quoted(String.valueOf(item.get("title"))))
                                + (item.get("asOf") == null ? "" : ", as of " + item.get("asOf"))
                                + (item.get("horizonYears") instanceof Number years
                                        ? ", horizon " + Wording.plural(years.intValue(), "year")
                                        : ""))
                        .collect(Collectors.joining("\n"))
                + more;
    }

    private AssistantTool listIndicators() {
        Catalogue catalogue = snapshot.book().catalogue();
        List<String> groups = catalogue.groups().stream().map(Group::id).toList();
        return new AssistantTool(
                "list_indicators",
                "List indicators",
                "Lists what can be rated: the indicators of all barriers and drivers, or of one. Use their ids in readings.",
                keywords("group", keywords("enum", groups, "description", "Only this barrier or driver.")),
                List.of(),
                Optional.of(Cost.LIGHT),
                arguments -> {
                    Optional<Group> group = arguments.fields().constant("group", catalogue.groups(), Group::id);
                    arguments.check();
                    List<Indicator> shown = group.map(catalogue::indicatorsOf).orElse(catalogue.indicators());
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("indicators", AssistantMessages.list(ResultDocuments.INDICATORS.pretty(shown)));
                    Answer report = group.map(one -> Answers.found(shown, one.label(), catalogue))
                            .orElseGet(() -> Answers.indicators(catalogue));
                    return new ToolAnswer(
                            MarkdownPage.render(report),
                            arguments.source("scenario indicators"
                                    + group.map(one -> " " + one.id()).orElse("")),
                            document,
                            "indicators");
                });
    }

    private AssistantTool explainIndicator() {
        Catalogue catalogue = snapshot.book().catalogue();
        return new AssistantTool(
                "explain_indicator",
                "Explain an indicator",
                "The question behind an indicator, its unit, the description of each value or the cut points of its grades, and "
                        + "doubts about its data. Read it before you rate the indicator.",
                keywords("indicator", Map.of("type", "string")),
                List.of("indicator"),
                Optional.of(Cost.LIGHT),
                arguments -> {
                    Optional<Indicator> indicator = one(
                            arguments,
                            "indicator",
                            "UNKNOWN_INDICATOR",
                            catalogue.indicators().stream().collect(Collectors.toMap(Indicator::id, i -> i)));
                    arguments.check();
                    Indicator found = indicator.orElseThrow();
                    return ToolAnswer.of(
                            Answers.indicator(found, catalogue, arguments.call().definedAt("indicator", found.id())),
                            arguments.source("scenario indicators " + found.id()),
                            ResultDocuments.INDICATOR.pretty(found),
                            "");
                });
    }

    private AssistantTool explainRule() {
        return new AssistantTool(
                "explain_rule",
                "Explain a rule",
                "The card of a rule: claim, conditions, weight, paragraphs of the article, what of it is a project assumption, and "
                        + "where it is defined. With a scenario also whether it fired there, and how far it was from doing so.",
                keywords(
                        ToolArguments.SCENARIO,
                        ToolSchemas.scenario(),
                        "rule",
                        keywords("type", "string", "description", "Its id, as assess gives it.")),
                List.of("rule"),
                Optional.of(Cost.LIGHT),
                this::rule);
    }

    private ToolAnswer rule(ToolArguments arguments) {
        RuleBook book = snapshot.book();
        Optional<Rule> rule = one(
                arguments, "rule", "UNKNOWN_RULE", book.rules().stream().collect(Collectors.toMap(Rule::id, r -> r)));
        if (!arguments.fields().has(ToolArguments.SCENARIO)) {
            arguments.check();
            Rule found = rule.orElseThrow();
            return ToolAnswer.of(
                    Answers.rule(found, book, arguments.call().definedAt("rule", found.id())),
                    arguments.source("rules show " + found.id()),
                    ResultDocuments.RULE.pretty(found),
                    "");
        }
        Assessment assessment = snapshot.assessor().assess(arguments.checkedScenario());
        Rule found = rule.orElseThrow();
        return ToolAnswer.of(
                Answers.ledgerRule(assessment, found.cardId(), arguments.call().definedAt("rule", found.id())),
                arguments.judgement("explain", "--rule", found.cardId()),
                ExplanationJson.DOCUMENT.pretty(new Explanation(assessment, Optional.of(found.cardId()))),
                "");
    }

    /** What an argument names; a name that there is not is a problem. */
    private static <T> Optional<T> one(ToolArguments arguments, String name, String code, Map<String, T> all) {
        Optional<String> id = arguments.fields().requiredText(name);
        id.filter(given -> !all.containsKey(given))
                .ifPresent(given -> arguments
                        .fields()
                        .at(name)
                        .reject(
                                code,
                                "There is no " + name + " \"" + Text.excerpt(given) + "\".",
                                List.of(),
                                new Suggestion(given, all.keySet())));
        return id.filter(all::containsKey).map(given -> Objects.requireNonNull(all.get(given)));
    }

    private AssistantTool validate() {
        RuleBook book = snapshot.book();
        return new AssistantTool(
                "validate_scenario",
                "Validate a scenario",
                "Checks a scenario and returns every problem with its place, what is allowed and what was probably meant; and which "
                        + "indicators are still unknown. Call it before assess with a scenario that you wrote.",
                keywords(ToolArguments.SCENARIO, ToolSchemas.scenarioInFull(book)),
                List.of(ToolArguments.SCENARIO),
                Optional.of(Cost.LIGHT),
                arguments -> {
                    ProblemJson.InputReport report = new ProblemJson.InputReport(ToolArguments.SCENARIO, List.of());
                    Optional<List<String>> unknown = Optional.empty();
                    String text;
                    try {
                        Scenario scenario = arguments.checkedScenario();
                        unknown = Optional.of(AnswerText.unknown(scenario, book.catalogue()));
                        text = AnswerText.valid(scenario, book.catalogue());
                    } catch (ProblemException invalid) {
                        if (!invalid.errors().stream().allMatch(arguments::isAboutScenario)) {
                            throw invalid;
                        }
                        report = new ProblemJson.InputReport(
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
        return (Map<String, Object>) AssistantMessages.list(json).get(0);
    }

    private AssistantTool assess() {
        return new AssistantTool(
                "assess",
                "Assess a scenario",
                "How likely the event of the rule book is in a scenario: likelihood in a word with its range and in percent, "
                        + "interval, confidence, the strongest findings with rule, paragraph and place, and what to find out. The "
                        + "figures and the ledger of rules are in the structured content.",
                keywords(
                        ToolArguments.SCENARIO,
                        ToolSchemas.scenario(),
                        SCALE,
                        SCALES,
                        LEDGER,
                        keywords(
                                "enum",
                                LEDGERS,
                                "default",
                                "fired",
                                "description",
                                "Rules that fired, or all with how far they were from it.")),
                List.of(ToolArguments.SCENARIO),
                Optional.of(Cost.LIGHT),
                this::assess);
    }

    private ToolAnswer assess(ToolArguments arguments) {
        LikelihoodScale scale = scale(arguments);
        Optional<String> rows = arguments.fields().constant(LEDGER, LEDGERS, word -> word);
        Assessment assessment = snapshot.assessor().assess(arguments.checkedScenario());
        Assessment shown = rows.equals(Optional.of("all"))
                ? assessment
                : assessment.withLedger(
                        assessment.ledger().stream().filter(LedgerRow::fired).toList());
        Map<String, Object> document =
                AssistantMessages.object(AssessmentJson.document(scale).pretty(shown));
        // The readings are those of the arguments, or of the scenario as a resource.
        if (document.get("scenario") instanceof Map<?, ?> scenario) {
            scenario.remove("resolved");
        }
        return new ToolAnswer(
                AnswerText.verdict(assessment, scale, id -> arguments.call().place("rule", id)),
                arguments.judgement("assess", option(scale)),
                document,
                LEDGER);
    }

    private AssistantTool brief() {
        return new AssistantTool(
                "brief",
                "Write a briefing",
                "The verdict on a scenario as a briefing of two to three pages in Markdown: bottom line, key judgements, what to watch, "
                        + "sources. Use it as it is; its sentences keep likelihood and confidence apart.",
                keywords(ToolArguments.SCENARIO, ToolSchemas.scenario(), SCALE, SCALES),
                List.of(ToolArguments.SCENARIO),
                Optional.of(Cost.HEAVY),
                arguments -> {
                    LikelihoodScale scale = scale(arguments);
                    BriefingScenario scenario = arguments.checkedForBriefing();
                    Briefing briefing = snapshot.briefings()
                            .write(Request.first(scenario, scale, arguments.command("assess", option(scale))));
                    return new ToolAnswer(
                            rendered(BriefingMedium.MD, briefing),
                            arguments.judgement("brief", option(scale)),
                            AssistantMessages.object(rendered(BriefingMedium.JSON, briefing)),
                            "sources");
                });
    }

    private static String rendered(BriefingMedium medium, Briefing briefing) {
        return new String(medium.render(briefing), StandardCharsets.UTF_8);
    }

    private static String name(LikelihoodScale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    private static LikelihoodScale scale(ToolArguments arguments) {
        return arguments
                .fields()
                .constant(SCALE, List.of(LikelihoodScale.values()), AssistantTools::name)
                .orElse(LikelihoodScale.ICD203);
    }

    private static String option(LikelihoodScale scale) {
        return scale == LikelihoodScale.ICD203 ? "" : "--scale " + name(scale);
    }

    private AssistantTool flips() {
        return new AssistantTool(
                "find_flips",
                "Find what would change the verdict",
                "All smallest sets of readings whose change leads to another band of likelihood, each evaluated before it is "
                        + "reported. Give exactly one of to, up and down.",
                ToolSchemas.of(FlipRequest.class),
                List.of(ToolArguments.SCENARIO),
                Optional.of(Cost.HEAVY),
                arguments -> {
                    Catalogue catalogue = snapshot.book().catalogue();
                    FlipRequest question = AnalysisRequests.flip(arguments, catalogue);
                    Set<String> locked = question.locked(catalogue);
                    FlipTarget target = question.target();
                    var result = new FlipSearch(snapshot.assessor())
                            .find(question.scenario(), target, locked, question.size());
                    return ToolAnswer.of(
                            Answers.flip(result, SETS),
                            arguments.judgement(
                                    "flip",
                                    (target.band().isPresent() ? "--to " : "--")
                                            + target.name().toLowerCase(Locale.ROOT),
                                    "--max-size " + question.size(),
                                    locked.isEmpty() ? "" : "--lock " + String.join(",", locked)),
                            FlipJson.DOCUMENT.pretty(result),
                            "flips");
                });
    }

    private AssistantTool compare() {
        return new AssistantTool(
                "compare",
                "Compare scenarios",
                "What differs between the first scenario and each further one: readings, rules, and an exact division of the "
                        + "difference in likelihood among barriers and drivers. To see what a change does, compare a scenario with one "
                        + "that extends it and holds only the change.",
                ToolSchemas.of(Scenarios.class),
                List.of(ToolArguments.SCENARIOS),
                Optional.of(Cost.HEAVY),
                arguments -> {
                    List<Scenario> scenarios = arguments.read(Scenarios.class).scenarios();
                    arguments.check();
                    List<ScenarioContrast> found = new ScenarioContrasts(snapshot.assessor()).withFirst(scenarios);
                    return ToolAnswer.of(
                            Answers.contrast(found),
                            arguments.judgement("compare"),
                            ContrastJson.DOCUMENT.pretty(found),
                            "comparisons");
                });
    }

    private AssistantTool sensitivity() {
        return new AssistantTool(
                "sensitivity",
                "Ask what each reading does",
                "The effect of each reading alone on the likelihood, widest first, and the values at which the verdict would "
                        + "change.",
                ToolSchemas.of(SensitivityRequest.class),
                List.of(ToolArguments.SCENARIO),
                Optional.of(Cost.HEAVY),
                arguments -> {
                    boolean all = arguments.fields().booleanValue("all").orElse(false);
                    Scenario scenario = arguments.checkedScenario();
                    SensitivityResult result = new SensitivityAnalysis(snapshot.assessor()).analyze(scenario);
                    return ToolAnswer.of(
                            Answers.sensitivity(result, all),
                            arguments.judgement("sensitivity", all ? "--all" : ""),
                            SensitivityJson.write(result, all),
                            "readings");
                });
    }

    private AssistantTool series() {
        return new AssistantTool(
                "series",
                "Follow verdicts over time",
                "Verdicts in the order of the dates of their scenarios, and what moved the likelihood from each to the next.",
                ToolSchemas.of(SeriesRequest.class),
                List.of(),
                Optional.of(Cost.HEAVY),
                arguments -> {
                    Optional<List<Scenario>> given = given(arguments);
                    TimeSeries series = TimeSeries.of(snapshot.assessor(), distinct(given.orElseGet(() -> shipped())));
                    return ToolAnswer.of(
                            Answers.series(series, LikelihoodScale.ICD203, false),
                            arguments.judgement(
                                    "assess",
                                    given.isPresent()
                                            ? ""
                                            : arguments.call().folders().scenariosName(),
                                    "--series"),
                            SeriesJson.DOCUMENT.pretty(series),
                            "steps");
                });
    }

    record SeriesRequest(
            @Described(
                    value = "Each with a date. Default: all shipped scenarios.",
                    from = 1,
                    to = AnalysisRequests.MAX_SCENARIOS)
            Optional<List<Scenario>> scenarios) {}

    private static Optional<List<Scenario>> given(ToolArguments arguments) {
        Optional<List<Scenario>> given = arguments.read(SeriesRequest.class).scenarios();
        arguments.check();
        List<Scenario> scenarios = given.orElse(List.of());
        for (int i = 0; i < scenarios.size(); i++) {
            if (scenarios.get(i).asOf().isEmpty()) {
                String pointer = "#/" + ToolArguments.SCENARIOS + "/" + i
                        + TimeSeries.NO_DATE.pointer().substring(1);
                arguments.add(List.of(TimeSeries.NO_DATE.withPointer(pointer)));
            }
        }
        arguments.check();
        return given;
    }

    private List<Scenario> shipped() {
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
