package entente.quality.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.document.DocumentLimits;
import entente.document.Documents;
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
import entente.model.Problem;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.Situation;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases of a rule book, parsed and validated.
 *
 * @param cases by file name, then in file order; without cases of invalid files
 * @param refused by file name
 */
public record CaseFiles(List<RuleCase> cases, List<RefusedFile> refused) {

    /** An invalid case file with all its problems. */
    public record RefusedFile(
            @JsonProperty("file") String name,
            @JsonProperty("errors") List<Problem> problems) {}

    public static Path folder(Path rulesFolder) {
        return rulesFolder.resolve("cases");
    }

    /**
     * Reads every {@code *.json} of a folder except schemas.
     *
     * @param source source of scenarios that cases extend
     */
    public static CaseFiles read(Path folder, RuleBook book, ScenarioSource source) {
        List<RuleCase> cases = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            byte[] bytes = FolderScenarioSource.read(file)
                    .orElseThrow(() -> new UncheckedIOException(new IOException(name + " cannot be read")));
            String stem = name.substring(0, name.lastIndexOf('.'));
            ProblemCollector collected = new ProblemCollector();
            List<RuleCase> read = Fields.of(Documents.json(bytes, DocumentLimits.SCENARIO), collected)
                    .map(fields -> new CaseFileReader(book, source, collected, stem, fields).cases())
                    .orElse(List.of());
            List<Problem> problems = collected.all().stream()
                    .distinct()
                    .sorted(ProblemCollector::byLocation)
                    .toList();
            if (problems.isEmpty()) {
                cases.addAll(read);
            } else {
                refused.add(new RefusedFile(name, problems));
            }
        }
        return new CaseFiles(List.copyOf(cases), List.copyOf(refused));
    }

    public boolean isEmpty() {
        return cases.isEmpty() && refused.isEmpty();
    }

    /** Temporary files of editors, whose names begin with a dot, are ignored. */
    private static List<Path> files(Path folder) {
        try {
            return FolderScenarioSource.list(
                    folder, name -> FolderScenarioSource.isJson(name) && !name.startsWith("."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a case file: a sentence with one situation and its expectations, or with a list of cases, each of which is a
     * named situation or the thresholds of a rule. Collects all problems.
     */
    private static final class CaseFileReader {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
        private static final String READINGS = "readings";
        private static final List<String> SCENARIO_FIELDS = List.of("extends", "horizonYears", "asOf", "assumptions");
        private static final List<String> POINTS = List.of("alliancePoints", "partnershipPoints");
        private static final String FIRED = LedgerStatus.FIRED.name();

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
            file.text("$schema");
            if (file.has("each") && !file.has("expect")) {
                allowSituation(file, "$schema", "each");
                List<Fields> each = file.objects("each");
                if (each.isEmpty()) {
                    file.at("each").reject("EMPTY", "There is no case in the list.");
                }
                return each.stream()
                        .map(entry -> entry.has("name") ? named(entry) : thresholds(entry))
                        .toList();
            }
            allowSituation(file, "$schema", "expect");
            file.require(READINGS);
            return List.of(situation(name, sentence, file));
        }

        private static void allowSituation(Fields fields, String... more) {
            List<String> allowed = new ArrayList<>(SCENARIO_FIELDS);
            allowed.add("sentence");
            allowed.add(READINGS);
            allowed.addAll(List.of(more));
            fields.allowOnly(allowed);
        }

        private static String sentence(Fields fields) {
            String sentence = fields.requiredText("sentence").orElse("");
            if (sentence.chars().anyMatch(Character::isISOControl)) {
                fields.at("sentence").reject("NOT_ONE_LINE", "The sentence of a case must be one line without tabs.");
            }
            return sentence;
        }

        private RuleCase named(Fields entry) {
            allowSituation(entry, "name", "expect");
            Optional<String> own = entry.at("name")
                    .check(
                            entry.text("name"),
                            NAME.asMatchPredicate(),
                            "BAD_ID",
                            "A name has 1 to 64 lowercase letters, digits and hyphens, and does not begin with a hyphen.");
            own.ifPresent(given -> checkUnique(entry, "name", given));
            return situation(name + "/" + own.orElse(""), entry.has("sentence") ? sentence(entry) : sentence, entry);
        }

        /** @param entry of the list, or the file */
        private RuleCase situation(String id, String sentence, Fields entry) {
            List<Expectation> expectations = expectations(entry);
            return new RuleCase(
                    id,
                    sentence,
                    scenario(entry, entry.object(READINGS).stream().toList()).stream()
                            .map(scenario -> new Situation(Optional.empty(), scenario, expectations))
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
            entry.allowOnly("rule", "fires", "silent", "alliancePoints", "partnershipPoints");
            entry.require("fires");
            List<Expectation> expected = new ArrayList<>();
            expected.add(new Expectation(entry.at("fires"), "fires", Optional.of(rule), FIRED));
            POINTS.forEach(member -> points(entry, member, member, rule).ifPresent(expected::add));
            List<Fields> silent = entry.objects("silent");
            List<Situation> all = new ArrayList<>();
            entry.object("fires").ifPresent(fires -> {
                threshold(List.of(fires), expected).ifPresent(all::add);
                for (Fields change : silent) {
                    Expectation silence =
                            new Expectation(change.at(), "silent", Optional.of(rule), "NOT_FIRED or UNDETERMINED");
                    threshold(List.of(fires, change), List.of(silence)).ifPresent(all::add);
                }
            });
            return new RuleCase(name + "/" + rule, sentence, all);
        }

        private Optional<Situation> threshold(List<Fields> layers, List<Expectation> expectations) {
            return scenario(file, layers)
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
        private Optional<Scenario> scenario(Fields entry, List<Fields> layers) {
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
            members.put("id", new TextNode("case", SourceLocation.NONE));
            members.put("title", new TextNode("A case", SourceLocation.NONE));
            for (String field : SCENARIO_FIELDS) {
                Fields from = entry.has(field) ? entry : file;
                from.get(field).ifPresent(value -> {
                    members.put(field, value);
                    origins.put("#/" + field, from.pointer(field));
                });
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
                    .map(origin -> origin.getValue()
                            + pointer.substring(origin.getKey().length()))
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
                case "fired", "undetermined", "disabled" -> statuses(expect, member, member.toUpperCase(Locale.ROOT));
                case "notFired" -> statuses(expect, member, "not " + FIRED);
                case "overridden" ->
                    byRule(
                            expect,
                            member,
                            (given, rule) -> given.text(rule)
                                    .filter(by -> ruleExists(by, given.at(rule)))
                                    .map(by -> new Expectation(
                                            given.at(rule), member, Optional.of(rule), RuleCase.overridden(by))));
                case "alliancePoints", "partnershipPoints" ->
                    byRule(expect, member, (given, rule) -> points(given, rule, member, rule));
                case "ceilings" -> {
                    List<String> effects = byRule(
                                    expect,
                                    member,
                                    (given, rule) -> given.number(rule).map(points -> RuleCase.ceiling(rule, points)))
                            .toList();
                    yield Stream.of(verdict(expect, member, RuleCase.ceilings(effects)));
                }
                case "percent", "base", "sum", "final", "partnership" ->
                    expect.number(member).map(number -> verdict(expect, member, Numbers.plain(number))).stream();
                case "band" -> word(expect, member, Band.values());
                case "commitment" -> word(expect, member, Commitment.values());
                case "relationship" ->
                    expect.get(member).filter(NullNode.class::isInstance).isPresent()
                            ? Stream.of(verdict(expect, member, RuleCase.NONE))
                            : word(expect, member, Relationship.values());
                case "flags" -> Stream.of(verdict(expect, member, RuleCase.names(flags(expect, member))));
                default -> throw new IllegalArgumentException(member);
            };
        }

        private Stream<Expectation> statuses(Fields expect, String member, String expected) {
            List<Expectation> all = new ArrayList<>();
            expect.texts(member, (rule, at) -> {
                if (ruleExists(rule, at)) {
                    all.add(new Expectation(at, member, Optional.of(rule), expected));
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
            return fields.number(field)
                    .map(points -> new Expectation(fields.at(field), member, Optional.of(rule), Numbers.plain(points)));
        }

        private static <E extends Enum<E>> Stream<Expectation> word(Fields expect, String member, E[] values) {
            return expect
                    .constant(member, List.of(values), Enum::name)
                    .map(value -> verdict(expect, member, value.name()))
                    .stream();
        }

        private static Set<VerdictFlag> flags(Fields expect, String member) {
            List<String> known = Stream.of(VerdictFlag.values()).map(Enum::name).toList();
            Set<VerdictFlag> named = new TreeSet<>();
            expect.texts(member, (text, at) -> {
                if (known.contains(text)) {
                    named.add(VerdictFlag.valueOf(text));
                } else {
                    at.rejectUnknown("UNKNOWN_WORD", "word", text, known);
                }
            });
            return named;
        }

        private static Expectation verdict(Fields expect, String member, String expected) {
            return new Expectation(expect.at(member), member, Optional.empty(), expected);
        }
    }
}
