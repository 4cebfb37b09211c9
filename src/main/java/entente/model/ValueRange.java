package entente.model;

/** A value in the indicator's unit with the range in which it is held to lie; low ≤ value ≤ high. */
public record ValueRange(double value, double low, double high) {

    public boolean wide() {
        return low < high;
    }
}
