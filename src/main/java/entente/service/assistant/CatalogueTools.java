package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.answer.AnswerText;
import entente.report.form.Answer;
import entente.report.json.ExplanationJson;
import entente.report.json.ExplanationJson.Explanation;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import entente.report.wording.Wording;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ScenarioListJson;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tools that tell what there is to ask about: scenarios, indicators, rules. */
final class CatalogueTools {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final String SCENARIOS = "scenarios";
    private static final int MAX_LISTED = 100;

    private CatalogueTools() {}

    static Stream<AssistantTool> of(RuleBookSnapshot snapshot) {
        return Stream.of(listScenarios(), listIndicators(snapshot), explainIndicator(), explainRule());
    }

    private static AssistantTool listScenarios() {
        return new AssistantTool(
                "list_scenarios",
                "List scenarios",
                "Lists the scenarios that can be assessed by id, with title, date and horizon. assess gives the verdict "
                        + "on each.",
                object(keywords(
                        "after",
                        keywords("type", "string", "description", "List what follows this id."),
                        ToolArguments.PAGE,
                        ToolSchemas.page())),
                Cost.LIGHT,
                List.of(ToolArguments.PAGE),
                (call, given) -> {
                    Optional<String> after = Optional.ofNullable(given.get("after"))
                            .filter(String.class::isInstance)
                            .map(String.class::cast);
                    ScenarioListJson list = ScenarioListJson.fetch(
                            call.snapshot(),
                            call.stored().ids().get(),
                            call.stored().find(),
                            after,
                            MAX_LISTED);
                    return arguments -> {
                        arguments.allowOnly("after").text("after");
                        arguments.check();
                        Map<String, Object> document = AssistantJson.object(list.write(call.snapshot()));
                        return new ToolAnswer(
                                lines(document),
                                "This list has no verdicts: assess gives that on each, as "
                                        + call.folders().command("assess ID") + " does on the command line.",
                                document,
                                SCENARIOS);
                    };
                });
    }

    private static String lines(Map<String, Object> document) {
        List<?> items = document.get(SCENARIOS) instanceof List<?> list ? list : List.of();
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

    private static AssistantTool listIndicators(RuleBookSnapshot snapshot) {
        List<String> groups =
                snapshot.book().catalogue().groups().stream().map(Group::id).toList();
        return AssistantTool.of(
                "list_indicators",
                "List indicators",
                "Lists what can be rated: the indicators of all barriers and drivers, or of one. Use their ids in readings.",
                object(keywords(
                        "group",
                        keywords("enum", groups, "description", "Only this barrier or driver."),
                        ToolArguments.PAGE,
                        ToolSchemas.page())),
                Cost.LIGHT,
                List.of(ToolArguments.PAGE),
                (call, arguments) -> {
                    Catalogue catalogue = call.snapshot().book().catalogue();
                    Optional<Group> group =
                            arguments.allowOnly("group").constant("group", catalogue.groups(), Group::id);
                    arguments.check();
                    List<Indicator> shown = group.map(catalogue::indicatorsOf).orElse(catalogue.indicators());
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("indicators", AssistantJson.list(ResultDocuments.INDICATORS.pretty(shown)));
                    Answer report = group.map(one -> Answers.found(shown, one.label(), catalogue))
                            .orElseGet(() -> Answers.indicators(catalogue));
                    return new ToolAnswer(
                            ToolAnswer.of(report, "", "{}", "").text(),
                            AnswerText.source(call.folders()
                                    .command("scenario indicators"
                                            + group.map(one -> " " + one.id()).orElse(""))),
                            document,
                            "indicators");
                });
    }

    private static AssistantTool explainIndicator() {
        return AssistantTool.of(
                "explain_indicator",
                "Explain an indicator",
                "The question behind an indicator, its unit, the description of each value or the cut points of its grades, and "
                        + "doubts about its data. Read it before you rate the indicator.",
                object(keywords("indicator", TEXT, ToolArguments.PAGE, ToolSchemas.page()), "indicator"),
                Cost.LIGHT,
                List.of(ToolArguments.PAGE),
                (call, arguments) -> {
                    Catalogue catalogue = call.snapshot().book().catalogue();
                    arguments.allowOnly("indicator");
                    Optional<Indicator> indicator = one(
                            arguments,
                            "indicator",
                            "UNKNOWN_INDICATOR",
                            catalogue.indicators().stream().collect(Collectors.toMap(Indicator::id, i -> i)));
                    arguments.check();
                    Indicator found = indicator.orElseThrow();
                    Answer report = Answers.indicator(
                            found, catalogue, definedAt(call.locations().indicator(found.id())));
                    return ToolAnswer.of(
                            report,
                            AnswerText.source(call.folders().command("scenario indicators " + found.id())),
                            ResultDocuments.INDICATOR.pretty(found),
                            "");
                });
    }

    private static AssistantTool explainRule() {
        return AssistantTool.of(
                "explain_rule",
                "Explain a rule",
                "The card of a rule: claim, conditions, weight, paragraphs of the article, what of it is a project assumption, and "
                        + "where it is defined. With a scenario also whether it fired there, and how far it was from doing so.",
                object(
                        ToolSchemas.changeable(
                                "rule", keywords("type", "string", "description", "Its id, as assess gives it.")),
                        "rule"),
                Cost.LIGHT,
                ScenarioTools.OVERRIDDEN,
                CatalogueTools::rule);
    }

    private static ToolAnswer rule(AssistantCall call, ToolArguments arguments) {
        RuleBook book = call.snapshot().book();
        arguments.allowOnly("rule", ToolArguments.SCENARIO);
        Optional<Rule> rule = one(
                arguments, "rule", "UNKNOWN_RULE", book.rules().stream().collect(Collectors.toMap(Rule::id, r -> r)));
        boolean within = arguments.fields().has(ToolArguments.SCENARIO);
        if (!within) {
            arguments.check();
        }
        String place = call.locations().rule(rule.map(Rule::id).orElse(""));
        if (!within) {
            Rule found = rule.orElseThrow();
            return ToolAnswer.of(
                    Answers.rule(found, book, definedAt(place)),
                    AnswerText.source(call.folders().command("rules show " + found.id())),
                    ResultDocuments.RULE.pretty(found),
                    "");
        }
        Explanation explanation =
                new Explanation(call.snapshot().assessor().assess(arguments.checkedScenario()), rule.map(Rule::cardId));
        String id = rule.orElseThrow().cardId();
        return ToolAnswer.of(
                Answers.ledgerRule(explanation.assessment(), id, definedAt(place)),
                AnswerText.judgement(book, arguments.command("explain", "--rule", id)),
                ExplanationJson.DOCUMENT.pretty(explanation),
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

    /** As answers list it; nothing where the place is not known. */
    static Map<String, List<String>> definedAt(String place) {
        return place.isEmpty() ? Map.of() : Map.of("Defined at", List.of(place));
    }
}
