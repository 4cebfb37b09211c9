package entente.quality.cases;

import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.NullNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.Outcome;
import entente.quality.cases.RuleCase.Situation;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor.PointAssessment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a case file: a sentence with one situation and its expectations, or with a list of cases, each of which is a
 * named situation or the thresholds of a rule. Collects all problems.
 */
final class CaseFileReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String READINGS = "readings";
    private static final List<String> FILE_FIELDS =
            List.of("$schema", "sentence", "extends", "horizonYears", "asOf", READINGS, "assumptions");
    private static final List<String> SITUATION_FIELDS =
            List.of("name", "sentence", "extends", "horizonYears", "asOf", READINGS, "assumptions", "expect");
    private static final List<String> POINTS = List.of("alliancePoints", "partnershipPoints");
    private static final List<String> THRESHOLD_FIELDS =
            List.of("rule", "fires", "alsoFires", "silent", "alliancePoints", "partnershipPoints");
    private static final List<String> SCENARIO_FIELDS = List.of("extends", "horizonYears", "asOf", "assumptions");

    private static final String FIRED = LedgerStatus.FIRED.name();
    private static final List<String> SILENT = List.of(LedgerStatus.NOT_FIRED.name(), LedgerStatus.UNDETERMINED.name());

    /** What a case can expect, in the order in which it is compared. */
    private static final List<String> EXPECTATIONS = List.of(
            "fired",
            "notFired",
            "undetermined",
            "disabled",
            "overridden",
            "alliancePoints",
            "partnershipPoints",
            "percent",
            "band",
            "relationship",
            "relationships",
            "commitment",
            "flags",
            "base",
            "sum",
            "ceilings",
            "final",
            "partnership");

    private final List<String> ruleIds;
    private final ScenarioReader scenarios;
    private final ScenarioSource source;
    private final ProblemCollector problems;
    private final String name;
    private final Fields file;
    private final String sentence;
    private final Set<String> entries = new HashSet<>();

    CaseFileReader(RuleBook book, ScenarioSource source, ProblemCollector problems, String name, Fields file) {
        this.ruleIds = book.rules().stream().map(Rule::id).toList();
        this.scenarios = new ScenarioReader(Vocabulary.of(book));
        this.source = source;
        this.problems = problems;
        this.name = name;
        this.file = file;
        this.sentence = sentence(file);
    }

    /** The cases of the file; valid only if there are no problems. */
    List<RuleCase> cases() {
        boolean many = file.has("each") && !file.has("expect");
        List<String> allowed = new ArrayList<>(FILE_FIELDS);
        allowed.add(many ? "each" : "expect");
        file.allowOnly(allowed);
        file.text("$schema");
        if (many) {
            return list();
        }
        file.require(READINGS);
        List<Expectation> expectations = expectations(file);
        return scenario(Optional.empty(), List.of())
                .map(scenario -> new Situation(Optional.empty(), scenario, expectations))
                .map(situation -> List.of(new RuleCase(name, sentence, List.of(situation))))
                .orElse(List.of());
    }

    private static String sentence(Fields fields) {
        String sentence = fields.requiredText("sentence").orElse("");
        if (sentence.chars().anyMatch(Character::isISOControl)) {
            fields.at("sentence").reject("NOT_ONE_LINE", "The sentence of a case must be one line without tabs.");
        }
        return sentence;
    }

    private List<RuleCase> list() {
        List<Fields> each = file.objects("each");
        if (each.isEmpty()) {
            file.at("each").reject("EMPTY", "There is no case in the list.");
        }
        List<RuleCase> cases = new ArrayList<>();
        for (Fields entry : each) {
            cases.add(entry.has("name") ? named(entry) : thresholds(entry));
        }
        return cases;
    }

    private RuleCase named(Fields entry) {
        entry.allowOnly(SITUATION_FIELDS);
        Optional<String> given = entry.text("name");
        String own = given.orElse("");
        if (given.isPresent() && !NAME.matcher(own).matches()) {
            entry.at("name")
                    .reject(
                            "BAD_ID",
                            "A name has 1 to 64 lowercase letters, digits and hyphens, and does not begin with a hyphen.");
        } else if (given.isPresent()) {
            checkUnique(entry, "name", own);
        }
        List<Expectation> expectations = expectations(entry);
        Optional<Scenario> scenario =
                scenario(Optional.of(entry), entry.object(READINGS).stream().toList());
        return new RuleCase(
                name + "/" + own,
                entry.has("sentence") ? sentence(entry) : sentence,
                scenario.map(s -> new Situation(Optional.empty(), s, expectations)).stream()
                        .toList());
    }

    private void checkUnique(Fields entry, String member, String own) {
        if (!entries.add(own)) {
            entry.at(member).reject("DUPLICATE_CASE", "The list has more than one entry for " + own + ".");
        }
    }

    /**
     * The thresholds of a rule: readings on their cut points with which it fires, then single changes with which it
     * does not fire.
     */
    private RuleCase thresholds(Fields entry) {
        String rule = entry.requiredText("rule").orElse("");
        if (!rule.isBlank() && ruleExists(rule, entry.at("rule"))) {
            checkUnique(entry, "rule", rule);
        }
        entry.allowOnly(THRESHOLD_FIELDS);
        entry.require("fires");
        List<Expectation> points = new ArrayList<>();
        POINTS.forEach(member -> points(entry, member, member, rule).ifPresent(points::add));
        List<Fields> alsoFires = entry.objects("alsoFires");
        List<Fields> silent = entry.objects("silent");
        List<Situation> all = new ArrayList<>();
        entry.object("fires").ifPresent(fires -> {
            points.add(0, fires(fires.at(), rule));
            threshold(List.of(fires), points).ifPresent(all::add);
            alsoFires.forEach(also -> threshold(List.of(fires, also), List.of(fires(also.at(), rule)))
                    .ifPresent(all::add));
            for (Fields change : silent) {
                // An overridden rule is not silent: its conditions must not be met.
                Expectation silence = Expectation.ofStatus(
                        change.at(), "silent", rule, String.join(" or ", SILENT), SILENT::contains);
                threshold(List.of(fires, change), List.of(silence)).ifPresent(all::add);
            }
        });
        return new RuleCase(name + "/" + rule, sentence, all);
    }

    private static Expectation fires(Position at, String rule) {
        return Expectation.ofStatus(at, "fires", rule, FIRED, FIRED::equals);
    }

    private Optional<Situation> threshold(List<Fields> layers, List<Expectation> expectations) {
        return scenario(Optional.empty(), layers)
                .map(scenario -> new Situation(Optional.of(given(scenario, layers)), scenario, expectations));
    }

    private static String given(Scenario scenario, List<Fields> layers) {
        Set<String> indicators = new LinkedHashSet<>();
        layers.forEach(layer -> indicators.addAll(layer.members().keySet()));
        return indicators.stream()
                .map(id -> id + "="
                        + scenario.reading(id)
                                .range()
                                .map(span -> Numbers.plain(span.value()))
                                .orElse("unknown"))
                .collect(Collectors.joining(" "));
    }

    /**
     * The situation of the file with overrides; problems refer to locations in the case file.
     *
     * @param entry overrides parent, date, horizon and assumptions of the file
     * @param layers readings that override those of the file; the last one takes precedence
     */
    private Optional<Scenario> scenario(Optional<Fields> entry, List<Fields> layers) {
        Map<String, Node> readings = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        Node own = file.get(READINGS).orElseGet(() -> new ObjectNode(Map.of(), file.location()));
        if (own instanceof ObjectNode object) {
            readings.putAll(object.members());
        }
        for (Fields layer : layers) {
            layer.members().forEach((indicator, reading) -> {
                readings.put(indicator, reading);
                origins.put(Position.below("#/" + READINGS, indicator), layer.pointer(indicator));
            });
        }
        Map<String, Node> members = new LinkedHashMap<>();
        // Results name the case; id and title only make the scenario valid.
        String id = NAME.matcher(name).matches() ? name : "case";
        String title = sentence.isBlank() ? "A case" : sentence.replaceAll("\\p{Cntrl}", " ");
        members.put("id", new TextNode(id, SourceLocation.NONE));
        members.put("title", new TextNode(title, file.location("sentence")));
        for (String field : SCENARIO_FIELDS) {
            file.get(field).ifPresent(value -> members.put(field, value));
            entry.ifPresent(given -> given.get(field).ifPresent(value -> {
                members.put(field, value);
                origins.put("#/" + field, given.pointer(field));
            }));
        }
        members.put(READINGS, own instanceof ObjectNode ? new ObjectNode(readings, own.location()) : own);
        ScenarioResult result = scenarios.read(new ObjectNode(members, file.location()), source);
        if (result instanceof ScenarioResult.Refused refused) {
            problems.addAll(refused.problems(), pointer -> relocated(pointer, origins));
            return Optional.empty();
        }
        return Optional.of(((ScenarioResult.Accepted) result).scenario());
    }

    /** The pointer into the case file of a pointer into the scenario. */
    private static String relocated(String pointer, Map<String, String> origins) {
        return origins.entrySet().stream()
                .filter(origin -> pointer.equals(origin.getKey()) || pointer.startsWith(origin.getKey() + "/"))
                .findFirst()
                .map(origin ->
                        origin.getValue() + pointer.substring(origin.getKey().length()))
                .orElse(pointer);
    }

    /** Whether the rule book has a rule with this id; adds a problem if not. */
    private boolean ruleExists(String rule, Position at) {
        if (ruleIds.contains(rule)) {
            return true;
        }
        at.rejectUnknown("UNKNOWN_RULE", "rule", rule, ruleIds);
        return false;
    }

    private List<Expectation> expectations(Fields entry) {
        Optional<Fields> given = entry.requiredObject("expect");
        given.filter(expect -> expect.members().isEmpty())
                .ifPresent(expect -> expect.at().reject("EMPTY", "The case expects nothing."));
        return given.map(expect -> expect.allowOnly(EXPECTATIONS)).stream()
                .flatMap(expect ->
                        EXPECTATIONS.stream().filter(expect::has).flatMap(member -> expectations(expect, member)))
                .toList();
    }

    /** Those of a member; a problem instead of each that is invalid. */
    private Stream<Expectation> expectations(Fields expect, String member) {
        return switch (member) {
            case "fired", "undetermined", "disabled" -> {
                String status = member.toUpperCase(Locale.ROOT);
                yield statuses(expect, member, status, status::equals);
            }
            case "notFired" -> statuses(expect, member, "not " + FIRED, got -> !got.equals(FIRED));
            case "overridden" ->
                byRule(
                        expect,
                        member,
                        (given, rule) -> given.text(rule)
                                .filter(by -> ruleExists(by, given.at(rule)))
                                .map(Outcome::overridden)
                                .map(expected -> Expectation.ofStatus(
                                        given.at(rule), member, rule, expected, expected::equals)));
            case "alliancePoints", "partnershipPoints" ->
                byRule(expect, member, (given, rule) -> points(given, rule, member, rule));
            case "ceilings" -> {
                List<String> effects = byRule(
                                expect,
                                member,
                                (given, rule) -> given.number(rule).map(points -> Outcome.ceiling(rule, points)))
                        .toList();
                yield verdict(expect, member, Outcome.ceilings(effects), Outcome::ceilings);
            }
            case "percent" ->
                number(expect, member, findings -> findings.likelihood().value());
            case "base" ->
                number(expect, member, findings -> findings.balance().base().value());
            case "sum" ->
                number(expect, member, findings -> findings.balance().sum().value());
            case "final" ->
                number(expect, member, findings -> findings.balance().result().value());
            case "partnership" ->
                number(
                        expect,
                        member,
                        findings -> findings.balance().partnership().value());
            case "band" ->
                word(
                        expect,
                        member,
                        Band.values(),
                        outcome -> outcome.findings().likelihood().band().name());
            case "relationship" ->
                expect.get(member).filter(NullNode.class::isInstance).isPresent()
                        ? verdict(expect, member, Outcome.NONE, CaseFileReader::relationship)
                        : word(expect, member, Relationship.values(), CaseFileReader::relationship);
            case "commitment" ->
                word(
                        expect,
                        member,
                        Commitment.values(),
                        outcome -> outcome.findings().commitment().name());
            case "relationships" -> words(expect, member, Relationship.values(), Outcome::relationships);
            case "flags" ->
                words(
                        expect,
                        member,
                        VerdictFlag.values(),
                        outcome -> Outcome.names(outcome.findings().flags()));
            default -> throw new IllegalArgumentException(member);
        };
    }

    private Stream<Expectation> statuses(Fields expect, String member, String expected, Predicate<String> matches) {
        List<Expectation> all = new ArrayList<>();
        expect.texts(member, (rule, at) -> {
            if (ruleExists(rule, at)) {
                all.add(Expectation.ofStatus(at, member, rule, expected, matches));
            }
        });
        return all.stream();
    }

    /** What is expected of each rule after which a member of an object is named. */
    private <T> Stream<T> byRule(Fields expect, String member, BiFunction<Fields, String, Optional<T>> reader) {
        return expect.object(member).stream()
                .flatMap(given -> given.members().keySet().stream()
                        .filter(rule -> ruleExists(rule, given.at(rule)))
                        .flatMap(rule -> reader.apply(given, rule).stream()));
    }

    /** Expected points of a rule, in a field. */
    private static Optional<Expectation> points(Fields fields, String field, String member, String rule) {
        Question question = member.equals("alliancePoints") ? Question.ALLIANCE : Question.PARTNERSHIP;
        return fields.number(field)
                .map(Numbers::plain)
                .map(expected -> new Expectation(
                        fields.at(field),
                        member,
                        Optional.of(rule),
                        expected,
                        expected::equals,
                        outcome -> outcome.of(
                                rule, row -> Numbers.plain(row.points(question).value()))));
    }

    private static Stream<Expectation> number(Fields expect, String member, Function<PointAssessment, Double> got) {
        return expect.number(member).stream()
                .flatMap(number -> verdict(
                        expect,
                        member,
                        Numbers.plain(number),
                        outcome -> Numbers.plain(got.apply(outcome.findings()))));
    }

    private static String relationship(Outcome outcome) {
        return outcome.findings().relationship().map(Relationship::name).orElse(Outcome.NONE);
    }

    private static <E extends Enum<E>> Stream<Expectation> word(
            Fields expect, String member, E[] values, Function<Outcome, String> got) {
        return expect.constant(member, List.of(values), Enum::name).stream()
                .flatMap(value -> verdict(expect, member, value.name(), got));
    }

    private static <E extends Enum<E>> Stream<Expectation> words(
            Fields expect, String member, E[] values, Function<Outcome, String> got) {
        Map<String, E> known = new LinkedHashMap<>();
        List.of(values).forEach(value -> known.put(value.name(), value));
        Set<E> named = new TreeSet<>();
        expect.texts(member, (text, at) -> {
            E value = known.get(text);
            if (value == null) {
                at.rejectUnknown("UNKNOWN_WORD", "word", text, known.keySet());
            } else {
                named.add(value);
            }
        });
        return verdict(expect, member, Outcome.names(named), got);
    }

    private static Stream<Expectation> verdict(
            Fields expect, String member, String expected, Function<Outcome, String> got) {
        return Stream.of(new Expectation(expect.at(member), member, Optional.empty(), expected, expected::equals, got));
    }
}
