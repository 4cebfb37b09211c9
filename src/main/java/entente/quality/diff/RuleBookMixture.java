package entente.quality.diff;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookTable;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.TruthTables;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The first of two rule books with some rules and tables taken from the second. The truth tables contain all versions
 * of all rules; a version that is not selected is treated as a rule that does not hold, which is equivalent to its
 * absence.
 */
final class RuleBookMixture {

    /**
     * A unit of attribution between two rule books.
     *
     * @param ids ids in the shares
     */
    record Part(List<String> ids, Set<String> rules, Set<RuleBookTable> tables) {}

    /** A version of a rule and the books that contain it. */
    private record Version(Rule rule, boolean inFirst, boolean inSecond) {

        boolean shared() {
            return inFirst && inSecond;
        }
    }

    private final LoadedRuleBook first;
    private final LoadedRuleBook second;
    private final Catalogue catalogue;
    private final List<Version> versions = new ArrayList<>();
    private final TruthTables tables;

    RuleBookMixture(LoadedRuleBook first, LoadedRuleBook second) {
        this.first = first;
        this.second = second;
        this.catalogue = first.book().catalogue().with(second.book().catalogue());
        List<int[]> indicators = new ArrayList<>();
        List<int[]> masks = new ArrayList<>();
        addVersions(first, second, true, indicators, masks);
        addVersions(second, first, false, indicators, masks);
        this.tables = new TruthTables(indicators.toArray(int[][]::new), masks.toArray(int[][]::new));
    }

    private void addVersions(
            LoadedRuleBook own, LoadedRuleBook other, boolean isFirst, List<int[]> indicators, List<int[]> masks) {
        Map<String, Integer> positions = catalogue.positions();
        List<Indicator> ownIndicators = own.book().catalogue().indicators();
        for (int r = 0; r < own.book().rules().size(); r++) {
            Rule rule = own.book().rules().get(r);
            boolean shared = other.book()
                    .find(rule.id())
                    .filter(match -> !new RuleEdit(rule, match).affectsVerdict())
                    .isPresent();
            if (isFirst || !shared) {
                versions.add(new Version(rule, isFirst, shared || !isFirst));
                indicators.add(Arrays.stream(own.tables().indicators()[r])
                        .map(i -> positions.getOrDefault(ownIndicators.get(i).id(), -1))
                        .toArray());
                masks.add(own.tables().masks()[r]);
            }
        }
    }

    ScenarioMixtures forScenario(Scenario scenario) {
        return new ScenarioMixtures(scenario);
    }

    /** One scenario under every mixture. */
    final class ScenarioMixtures {
        private final Scenario scenario;
        private final boolean[][] holding = new boolean[2][];
        private final Map<Integer, ScoringModel> models = new HashMap<>();

        private ScenarioMixtures(Scenario scenario) {
            this.scenario = scenario;
            holding[0] = tables.satisfiedRules(grades(first.book(), second.book()));
            holding[1] = tables.satisfiedRules(grades(second.book(), first.book()));
        }

        private Grade[] grades(RuleBook own, RuleBook other) {
            List<Indicator> scaled = catalogue.indicators().stream()
                    .map(indicator -> own.catalogue()
                            .find(indicator.id())
                            .or(() -> other.catalogue().find(indicator.id()))
                            .orElse(indicator))
                    .toList();
            return GradedScenario.of(scenario, new Catalogue(List.of(), scaled, List.of(), catalogue.subject()))
                    .grades();
        }

        /** Ids of the rules that differ and hold in some mixture; the others have no effect. */
        Set<String> rules() {
            Set<String> ids = new LinkedHashSet<>();
            for (int v = 0; v < versions.size(); v++) {
                Version version = versions.get(v);
                if (!version.shared() && (holding[0][v] || holding[1][v])) {
                    ids.add(version.rule().id());
                }
            }
            return ids;
        }

        PartMixtures withParts(List<Part> parts) {
            return new PartMixtures(this, parts);
        }

        private ScoringModel model(boolean weights, boolean ceilings) {
            return models.computeIfAbsent(
                    (weights ? 1 : 0) + (ceilings ? 2 : 0),
                    index -> new ScoringModel(
                            mixedRuleBook((weights ? second : first).book(), (ceilings ? second : first).book()),
                            tables,
                            scenario.assumptions()));
        }
    }

    /** One scenario under the mixtures of given parts; bit n of a set stands for part n. */
    final class PartMixtures {
        private final ScenarioMixtures scenarioMixtures;
        private final List<Part> parts;

        /** Versions that differ, and the part of each; −1 for none. */
        private final int[] unshared;

        private final int[] partOf;
        private final Map<Points, Integer> likelihoods = new HashMap<>();

        private PartMixtures(ScenarioMixtures scenarioMixtures, List<Part> parts) {
            this.scenarioMixtures = scenarioMixtures;
            this.parts = parts;
            this.unshared = IntStream.range(0, versions.size())
                    .filter(v -> !versions.get(v).shared())
                    .toArray();
            this.partOf = IntStream.of(unshared)
                    .map(v -> IntStream.range(0, parts.size())
                            .filter(p -> parts.get(p)
                                    .rules()
                                    .contains(versions.get(v).rule().id()))
                            .findFirst()
                            .orElse(-1))
                    .toArray();
        }

        /** The likelihood with the given parts from the second book, in tenths of a percent. */
        int tenths(int set) {
            return likelihoods.computeIfAbsent(
                    outcome(set).result(), points -> Percent.of(points).tenths());
        }

        /** The partnership with the given parts from the second book, in hundredths of a point. */
        int depth(int set) {
            return outcome(set).partnership().hundredths();
        }

        private ScoringOutcome outcome(int set) {
            boolean[] held = scenarioMixtures.holding[isSelected(set, RuleBookTable.CUT_POINTS) ? 1 : 0].clone();
            for (int i = 0; i < unshared.length; i++) {
                Version version = versions.get(unshared[i]);
                boolean fromSecond = partOf[i] >= 0 && (set & 1 << partOf[i]) != 0;
                held[unshared[i]] &= fromSecond ? version.inSecond() : version.inFirst();
            }
            RuleBook rates = (isSelected(set, RuleBookTable.BASE_RATES) ? second : first).book();
            Points base = ScoringModel.basePoints(
                    rates, scenarioMixtures.scenario.assumptions(), scenarioMixtures.scenario.horizonYears());
            return scenarioMixtures
                    .model(isSelected(set, RuleBookTable.WEIGHTS), isSelected(set, RuleBookTable.CEILINGS))
                    .outcome(held, base);
        }

        private boolean isSelected(int set, RuleBookTable table) {
            return IntStream.range(0, parts.size())
                    .anyMatch(p -> (set & 1 << p) != 0 && parts.get(p).tables().contains(table));
        }
    }

    private RuleBook mixedRuleBook(RuleBook weights, RuleBook ceilings) {
        return first.book()
                .withCatalogue(catalogue)
                .withRules(versions.stream().map(Version::rule).toList())
                .withWeights(weights.weights())
                .withCeilings(ceilings.ceilings());
    }
}
