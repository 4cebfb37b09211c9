package entente.model;

import java.util.List;

/**
 * An inconsistency or doubt in the article's data that travels with the indicator it touches.
 *
 * @param values the readings it speaks of; empty when it speaks of the indicator at large
 */
public record DataNote(String id, String note, List<String> cites, List<Double> values) {

    public boolean appliesTo(double value) {
        return values.isEmpty() || values.contains(value);
    }
}
