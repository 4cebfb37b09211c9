package entente.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Probabilities over uncertain readings, in percent. */
public final class ProbabilityText {

    private ProbabilityText() {}

    /** One decimal, as likelihoods have; what is not certain is never rounded to 0 or 100 %. */
    public static String percent(double probability) {
        if (probability <= 0) {
            return "0" + Wording.GLUE + "%";
        }
        BigDecimal rounded = BigDecimal.valueOf(probability * 100).setScale(1, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return "<" + Wording.GLUE + "0.1" + Wording.GLUE + "%";
        }
        if (rounded.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return 1 - probability < 1e-9
                    ? "100" + Wording.GLUE + "%"
                    : ">" + Wording.GLUE + "99.9" + Wording.GLUE + "%";
        }
        return rounded.toPlainString() + Wording.GLUE + "%";
    }

    /** A standard error, with two digits where it is small. */
    public static String error(double error) {
        BigDecimal percent = BigDecimal.valueOf(error * 100);
        return error <= 0 || error >= 0.01
                ? percent(error)
                : percent.round(new MathContext(2, RoundingMode.HALF_EVEN)).toPlainString() + Wording.GLUE + "%";
    }

    /** A share of a variance, in whole percent. */
    public static String share(double share) {
        double percent = share * 100;
        return percent > 0 && percent < 0.5
                ? "<" + Wording.GLUE + "1" + Wording.GLUE + "%"
                : BigDecimal.valueOf(percent)
                                .setScale(0, RoundingMode.HALF_EVEN)
                                .toPlainString() + Wording.GLUE + "%";
    }

    public static String bits(double bits) {
        return BigDecimal.valueOf(bits).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
