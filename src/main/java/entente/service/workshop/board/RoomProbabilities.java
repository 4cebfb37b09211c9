package entente.service.workshop.board;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.service.workshop.board.WorkshopBoard.Row;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How probable each verdict is if each reading may be as any of the groups rates it: each group's grade with equal weight, and
 * readings independent of each other.
 *
 * @param groups how many are counted: those that are ready, or all while none is
 * @param onlyReady whether there are others that are not ready
 * @param readings on which the grades of the groups differ
 */
public record RoomProbabilities(int groups, boolean onlyReady, int readings, ExplorationResult result) {

    /** Empty for fewer than two groups. */
    public static Optional<RoomProbabilities> of(CaseReader reader, List<Row> rows) {
        List<Row> ready = rows.stream().filter(row -> row.group().ready()).toList();
        List<Row> counted = ready.isEmpty() ? rows : ready;
        if (counted.size() < 2) {
            return Optional.empty();
        }
        List<Indicator> indicators = reader.snapshot().book().catalogue().indicators();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i).id();
            readings.put(id, reading(id, weights(counted, i)));
        }
        ExplorationResult result = new Exploration(reader.snapshot().assessor())
                .explore(reader.baseline().withReadings(readings));
        return Optional.of(new RoomProbabilities(
                counted.size(), counted.size() < rows.size(), result.uncertain().size(), result));
    }

    private static Map<Grade, Double> weights(List<Row> rows, int indicator) {
        Map<Grade, Double> weights = new EnumMap<>(Grade.class);
        rows.forEach(row -> weights.merge(row.verdict().graded().grades()[indicator], 1.0 / rows.size(), Double::sum));
        return weights;
    }

    private static Reading reading(String id, Map<Grade, Double> weights) {
        Reading unknown = Reading.unknown(id);
        return weights.keySet().equals(Set.of(Grade.UNKNOWN))
                ? unknown
                : unknown.withDistribution(Optional.of(new GradeWeights(weights)));
    }
}
