package entente.model;

import java.util.List;

/**
 * An inconsistency or doubt in the article's data, reported with the indicator that it concerns.
 *
 * @param values the readings that it concerns; empty if it concerns the indicator in general
 */
public record DataNote(String id, String note, List<String> cites, List<Double> values) {

    public boolean appliesTo(double value) {
        return values.isEmpty() || values.contains(value);
    }
}
