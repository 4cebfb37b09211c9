package entente.model;

/** A value in the indicator's unit with its range of uncertainty; low ≤ value ≤ high. */
public record ValueRange(double value, double low, double high) {

    public boolean wide() {
        return low < high;
    }
}
