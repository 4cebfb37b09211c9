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
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

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
    private static final List<String> THRESHOLD_FIELDS =
            List.of("rule", "fires", "alsoFires", "silent", "alliancePoints", "partnershipPoints");
    private static final List<String> SCENARIO_FIELDS = List.of("extends", "horizonYears", "asOf", "assumptions");

    private static final String FIRED = LedgerStatus.FIRED.name();
    private static final List<String> SILENT = List.of(LedgerStatus.NOT_FIRED.name(), LedgerStatus.UNDETERMINED.name());

    /** Expected points of a rule for each of the two questions. */
    private static final Map<String, Function<LedgerRow, Points>> POINTS = new TreeMap<>(
            Map.of("alliancePoints", LedgerRow::alliancePoints, "partnershipPoints", LedgerRow::partnershipPoints));

    private static final BigDecimal MAX_VALUE = BigDecimal.valueOf(10_000);

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
        if (!sentence.isBlank() && !sentence.strip().endsWith(".")) {
            fields.at("sentence").reject("BAD_SENTENCE", "The sentence of a case must end with a full stop.");
        }
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
        POINTS.forEach((member, got) -> points(entry, member, member, rule, got).ifPresent(points::add));
        List<Fields> alsoFires = entry.objects("alsoFires");
        List<Fields> silent = entry.objects("silent");
        List<Situation> all = new ArrayList<>();
        entry.object("fires").ifPresent(fires -> {
            points.add(0, fires(fires.pointer(), rule));
            Optional<Situation> base = threshold(List.of(fires), points);
            base.ifPresent(all::add);
            alsoFires.forEach(also -> threshold(List.of(fires, also), List.of(fires(also.pointer(), rule)))
                    .ifPresent(all::add));
            for (Fields change : silent) {
                // An overridden rule is not silent: its conditions must not be met.
                Expectation silence = Expectation.ofStatus(
                        change.pointer(), "silent", rule, String.join(" or ", SILENT), SILENT::contains);
                Optional<Situation> then = threshold(List.of(fires, change), List.of(silence));
                then.ifPresent(all::add);
                if (then.isPresent() && then.map(CaseFileReader::readings).equals(base.map(CaseFileReader::readings))) {
                    change.at().reject("CONTRADICTION", "With these readings the rule fires.");
                }
            }
        });
        return new RuleCase(name + "/" + rule, sentence, all);
    }

    private static Map<String, ?> readings(Situation situation) {
        return situation.scenario().readings();
    }

    private static Expectation fires(String pointer, String rule) {
        return Expectation.ofStatus(pointer, "fires", rule, FIRED, FIRED::equals);
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
        return entry.requiredObject("expect")
                .map(expect -> new ExpectationReader(expect).read())
                .orElse(List.of());
    }

    /** Expected points of a rule, in a field. */
    private static Optional<Expectation> points(
            Fields fields, String field, String member, String rule, Function<LedgerRow, Points> got) {
        return points(fields, field)
                .map(Outcome::points)
                .map(expected -> new Expectation(
                        fields.pointer(field),
                        member,
                        Optional.of(rule),
                        expected,
                        expected::equals,
                        outcome -> outcome.of(rule, row -> Outcome.points(got.apply(row)))));
    }

    /** Points with the printed precision. */
    private static Optional<Points> points(Fields fields, String field) {
        return exact(fields, field, 2, "Points are printed to the hundredth.").map(Points::new);
    }

    /** A number with at most this many decimals, scaled to an integer. */
    private static Optional<Integer> exact(Fields fields, String field, int decimals, String otherwise) {
        Optional<Double> number = fields.number(field);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = BigDecimal.valueOf(number.get());
        if (exact.stripTrailingZeros().scale() > decimals || exact.abs().compareTo(MAX_VALUE) > 0) {
            fields.at(field).reject("NOT_AS_PRINTED", otherwise);
            return Optional.empty();
        }
        return Optional.of(exact.movePointRight(decimals).intValueExact());
    }

    /** Reads the expectations of a case. Each member yields an expectation or a problem. */
    @RequiredArgsConstructor
    private final class ExpectationReader {

        private static final List<String> FIELDS = List.of(
                "fired",
                "notFired",
                "undetermined",
                "overridden",
                "disabled",
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

        private final Fields expect;
        private final Map<String, String> assigned = new HashMap<>();
        private final List<Expectation> all = new ArrayList<>();

        List<Expectation> read() {
            expect.allowOnly(FIELDS);
            if (expect.members().isEmpty()) {
                expect.at().reject("EMPTY", "The case expects nothing.");
            }
            statuses();
            POINTS.forEach((member, got) -> byRule(member, (given, rule) -> {
                Optional<Expectation> points = points(given, rule, member, rule, got);
                if (ruleExists(rule, given.at(rule))) {
                    points.ifPresent(all::add);
                }
            }));
            verdict();
            balance("base", PointBalance::base);
            balance("sum", PointBalance::sum);
            ceilings();
            balance("final", PointBalance::result);
            balance("partnership", PointBalance::partnership);
            return List.copyOf(all);
        }

        private void statuses() {
            status("fired", FIRED, FIRED::equals);
            status("notFired", "not " + FIRED, got -> !got.equals(FIRED));
            String undetermined = LedgerStatus.UNDETERMINED.name();
            status("undetermined", undetermined, undetermined::equals);
            String disabled = LedgerStatus.DISABLED.name();
            status("disabled", disabled, disabled::equals);
            byRule("overridden", (overridden, rule) -> {
                Position at = overridden.at(rule);
                Optional<String> by = overridden.text(rule).filter(id -> ruleExists(id, at));
                if (assignOnce(rule, "overridden", at) && by.isPresent()) {
                    String expected = Outcome.overridden(by.get());
                    all.add(Expectation.ofStatus(at.pointer(), "overridden", rule, expected, expected::equals));
                }
            });
        }

        private void status(String member, String expected, Predicate<String> matches) {
            expect.texts(member, (rule, at) -> {
                if (assignOnce(rule, member, at)) {
                    all.add(Expectation.ofStatus(at.pointer(), member, rule, expected, matches));
                }
            });
        }

        /** Whether the rule exists and has no expected status yet. */
        private boolean assignOnce(String rule, String member, Position at) {
            if (!ruleExists(rule, at)) {
                return false;
            }
            String before = assigned.putIfAbsent(rule, member);
            if (before != null) {
                at.reject(
                        "CONTRADICTION",
                        before.equals(member)
                                ? rule + " is listed twice in \"" + member + "\"."
                                : rule + " is already listed in \"" + before + "\".");
            }
            return before == null;
        }

        /** Passes each member of an object, which is named after a rule, to a consumer. */
        private void byRule(String member, BiConsumer<Fields, String> reader) {
            expect.object(member)
                    .ifPresent(given -> given.members().keySet().forEach(rule -> reader.accept(given, rule)));
        }

        private void verdict() {
            Optional<Percent> percent = percent();
            percent.ifPresent(p -> answer(
                    "percent",
                    Numbers.plain(p.value()),
                    outcome -> Numbers.plain(outcome.findings().likelihood().value())));
            Optional<Band> band = constant(
                    "band",
                    Band.class,
                    outcome -> outcome.findings().likelihood().band().name());
            if (percent.isPresent() && band.isPresent() && percent.get().band() != band.get()) {
                expect.at("band")
                        .reject(
                                "CONTRADICTION",
                                Numbers.plain(percent.get().value()) + " % lies in "
                                        + percent.get().band() + ".");
            }
            Function<Outcome, String> relationship = outcome ->
                    outcome.findings().relationship().map(Relationship::name).orElse(Outcome.NONE);
            if (expect.get("relationship").filter(NullNode.class::isInstance).isPresent()) {
                answer("relationship", Outcome.NONE, relationship);
            } else {
                constant("relationship", Relationship.class, relationship);
            }
            constants("relationships", Relationship.class, Outcome::relationships);
            constant(
                    "commitment",
                    Commitment.class,
                    outcome -> outcome.findings().commitment().name());
            constants(
                    "flags",
                    VerdictFlag.class,
                    outcome -> Outcome.names(
                            outcome.findings().flags().stream().sorted().toList()));
        }

        /** A likelihood with the printed precision. */
        private Optional<Percent> percent() {
            Optional<Percent> percent = exact(
                            expect, "percent", 1, "A likelihood is printed to the tenth of a percent.")
                    .map(Percent::new);
            if (percent.isPresent()
                    && (percent.get().compareTo(Percent.LOWEST) < 0
                            || percent.get().compareTo(Percent.HIGHEST) > 0)) {
                expect.at("percent").reject("OUT_OF_RANGE", "A likelihood lies between 1 and 99 percent.");
                return Optional.empty();
            }
            return percent;
        }

        private void answer(String member, String expected, Function<Outcome, String> got) {
            all.add(new Expectation(expect.pointer(member), member, Optional.empty(), expected, expected::equals, got));
        }

        private <E extends Enum<E>> Optional<E> constant(String member, Class<E> type, Function<Outcome, String> got) {
            Optional<E> named = expect.text(member).flatMap(text -> named(text, type, expect.at(member)));
            named.ifPresent(constant -> answer(member, constant.name(), got));
            return named;
        }

        private <E extends Enum<E>> void constants(String member, Class<E> type, Function<Outcome, String> got) {
            if (expect.has(member)) {
                Set<E> named = new TreeSet<>();
                expect.texts(member, (text, at) -> named(text, type, at).ifPresent(named::add));
                answer(member, Outcome.names(named), got);
            }
        }

        /** An enum constant by its name in an assessment. */
        private <E extends Enum<E>> Optional<E> named(String text, Class<E> type, Position at) {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            if (!names.contains(text)) {
                at.rejectUnknown("UNKNOWN_WORD", "word", text, names);
                return Optional.empty();
            }
            return Optional.of(Enum.valueOf(type, text));
        }

        private void balance(String member, Function<PointBalance, Points> got) {
            points(expect, member)
                    .ifPresent(p -> answer(
                            member,
                            Outcome.points(p),
                            outcome ->
                                    Outcome.points(got.apply(outcome.findings().balance()))));
        }

        /** All ceilings in force, with the points they take back. */
        private void ceilings() {
            List<String> effects = new ArrayList<>();
            byRule("ceilings", (given, rule) -> {
                if (ruleExists(rule, given.at(rule))) {
                    points(given, rule).ifPresent(p -> effects.add(Outcome.ceiling(rule, p)));
                }
            });
            if (expect.has("ceilings")) {
                answer("ceilings", Outcome.ceilings(effects), Outcome::ceilings);
            }
        }
    }
}
