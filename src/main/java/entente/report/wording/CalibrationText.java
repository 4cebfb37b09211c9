package entente.report.wording;

import entente.quality.calibration.Calibration.Agreement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The figures of a calibration. */
public final class CalibrationText {

    private CalibrationText() {}

    /** Whole percent from 10 to 99, else two digits, or one decimal. */
    public static String likelihood(double percent) {
        BigDecimal exact = BigDecimal.valueOf(percent);
        BigDecimal rounded = percent < 10
                ? exact.round(new MathContext(2, RoundingMode.HALF_EVEN))
                : exact.setScale(percent < 99 ? 0 : 1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Points with a sign and one decimal. */
    public static String signed(double points) {
        return Wording.signed(BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_EVEN));
    }

    /** A dot where no two worlds are told apart. */
    public static String order(Agreement agreement) {
        return agreement.order().isPresent()
                ? TrackSentences.score(agreement.order().getAsDouble(), 2)
                : "·";
    }
}
