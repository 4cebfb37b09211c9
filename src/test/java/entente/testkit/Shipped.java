package entente.testkit;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Problem;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shipped rule book and scenarios, loaded once for all tests. */
public final class Shipped {

    public static final Path RULES = Path.of("rules");
    public static final Path SCENARIOS = Path.of("scenarios");
    public static final Path CACHE = Path.of("target", "rulebooks");
    public static final LoadedRuleBook BOOK = open(RULES);
    public static final Assessor ASSESSOR = new Assessor(BOOK);
    public static final ScenarioReader READER = new ScenarioReader(Vocabulary.of(BOOK.book()));

    public static final ScenarioSource SHELF = new ScenarioSource() {
        @Override
        public Optional<byte[]> find(String id) {
            Path file = SCENARIOS.resolve(id + ".json");
            return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
        }

        @Override
        public List<String> ids() {
            return scenarioIds();
        }
    };

    private Shipped() {}

    /** The three shipped books. */
    public static List<LoadedRuleBook> books() {
        return List.of(BOOK, open(RULES.resolve("rival")), open(RULES.resolve("us-india")));
    }

    /** The shipped scenarios of a book. */
    public static List<Scenario> scenarios(LoadedRuleBook loaded) {
        ScenarioSource source = shelf(loaded);
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(loaded.book()));
        return source.ids().stream()
                .map(id -> accepted(reader.read(source.find(id).orElseThrow(), source)))
                .toList();
    }

    /** Where the shipped scenarios of a book are. */
    public static ScenarioSource shelf(LoadedRuleBook loaded) {
        boolean shared = loaded.book()
                .catalogue()
                .indicators()
                .equals(BOOK.book().catalogue().indicators());
        return shared ? SHELF : new FolderScenarioSource(List.of(SCENARIOS.resolve("us-india")));
    }

    /** The rule book in a folder. */
    public static LoadedRuleBook open(Path rules) {
        try {
            return RuleBooks.open(rules, CACHE);
        } catch (RuleBookException wrong) {
            throw new IllegalStateException(wrong.faults().toString(), wrong);
        }
    }

    /** The rival book in the folder of the shipped one. */
    public static Optional<LoadedRuleBook> rival() {
        try {
            return RuleBooks.openRival(RULES, BOOK, CACHE);
        } catch (RuleBookException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** Number of indicators in the catalogue. */
    public static int indicators() {
        return BOOK.book().catalogue().indicators().size();
    }

    /** The lowest value of a grade. */
    public static double cut(String indicator, Grade grade) {
        return BOOK.book().catalogue().indicator(indicator).scale().from(grade);
    }

    public static List<String> scenarioIds() {
        return Folders.names(SCENARIOS).stream()
                .filter(n -> n.endsWith(".json") && !n.endsWith(".schema.json"))
                .map(n -> n.substring(0, n.length() - ".json".length()))
                .sorted()
                .toList();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Scenario scenario(String id) {
        return scenario(id, ScenarioOverrides.NONE);
    }

    public static Scenario scenario(String id, ScenarioOverrides overrides) {
        return accepted(READER.read(bytes(SCENARIOS.resolve(id + ".json")), SHELF, overrides));
    }

    /** A shipped scenario with some readings changed, as {@code --set} does. */
    public static Scenario with(String id, Map<String, String> sets) {
        return scenario(id, new ScenarioOverrides(sets, Optional.empty(), List.of()));
    }

    /** The same, and each reading that the scenario leaves unrated has its lowest value. */
    public static Scenario rated(String id, Map<String, String> sets) {
        Scenario shipped = scenario(id);
        Map<String, String> all = new TreeMap<>();
        for (Indicator indicator : BOOK.book().catalogue().indicators()) {
            if (shipped.reading(indicator.id()).status() == ReadingStatus.UNKNOWN) {
                all.put(indicator.id(), Numbers.plain(indicator.low()));
            }
        }
        all.putAll(sets);
        return with(id, all);
    }

    public static Scenario parse(String json) {
        return accepted(READER.read(json.getBytes(StandardCharsets.UTF_8), SHELF));
    }

    public static Assessment assess(String id) {
        return ASSESSOR.assess(scenario(id));
    }

    /** The likelihood as it is printed, such as "6 %". */
    public static String percent(Assessment assessment) {
        return Wording.plain(Wording.percent(assessment.verdict().likelihood()));
    }

    /** The likelihood of a shipped scenario, with some readings changed, as it is printed. */
    public static String percent(String id, Map<String, String> sets) {
        return percent(ASSESSOR.assess(with(id, sets)));
    }

    /** The likelihood of late 2025 as printed, and where the United States would be expected to answer a degree more mildly. */
    public static String late2025(boolean mildly) {
        return percent("status-quo-2025", mildly ? Map.of("us_reaction_severity_expected", "2") : Map.of());
    }

    /** The problems of a scenario that was refused; none of another. */
    public static List<Problem> problems(ScenarioResult result) {
        return result instanceof ScenarioResult.Refused refused ? refused.problems() : List.of();
    }

    public static Scenario accepted(ScenarioResult result) {
        if (result instanceof ScenarioResult.Accepted accepted) {
            return accepted.scenario();
        }
        throw new AssertionError(result.toString());
    }
}
