package entente.report.wording;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import lombok.RequiredArgsConstructor;

/** Likelihoods in sentences: whole percents, with a decimal where the whole number would mislead. */
@RequiredArgsConstructor
public final class Figures {

    /** Below this, in percent, a decimal counts. */
    private static final int SMALL = 5;

    private static final int TENTHS = 10;

    private final LikelihoodScale scale;

    /** A likelihood; at an end of the scale it is the limit beyond which nothing is printed. */
    public String of(Percent percent) {
        return of(percent, isWhole(percent));
    }

    /** Two ends, and what lies between them; with decimals where whole numbers would be the same. */
    public String span(Percent low, Percent now, Percent high) {
        boolean apart = apart(low, high) && apart(low, now) && apart(now, high);
        return of(low, apart && isWhole(low)) + " to " + of(high, apart && isWhole(high));
    }

    /** The lowest and the highest of several likelihoods; one figure where they are printed alike. */
    public String span(Percent low, Percent high) {
        String one = of(low);
        return one.equals(of(high)) ? one : span(low, low, high);
    }

    /** The same two ends as a short form, such as "8–50 %". */
    String dash(Percent low, Percent now, Percent high) {
        boolean apart = apart(low, high) && apart(low, now) && apart(now, high);
        return number(low, apart && isWhole(low)) + "–" + number(high, apart && isWhole(high)) + Wording.GLUE + "%";
    }

    private static String number(Percent percent, boolean isWhole) {
        return isWhole ? Integer.toString(whole(percent.tenths())) : Wording.tenths(percent.tenths());
    }

    /** Whether whole numbers show the change: both ends are whole, and so is what lies between them as printed. */
    public boolean isWholeChange(Percent before, Percent after) {
        int tenths = after.tenths() - before.tenths();
        return isWhole(before)
                && isWhole(after)
                && Math.abs(tenths) >= SMALL * TENTHS
                && whole(after.tenths()) - whole(before.tenths()) == whole(tenths);
    }

    /** A likelihood, whole or with one decimal. */
    public String of(Percent percent, boolean isWhole) {
        String end = percent.equals(Percent.LOWEST) ? " or less" : percent.equals(Percent.HIGHEST) ? " or more" : "";
        return (isWhole || !end.isEmpty()
                        ? whole(percent.tenths()) + "" + Wording.GLUE + "%"
                        : Wording.percent(percent))
                + end;
    }

    /** Tenths as the nearest whole number, halves away from zero. */
    public static int whole(int tenths) {
        return Integer.signum(tenths) * ((Math.abs(tenths) + TENTHS / 2) / TENTHS);
    }

    /** A whole number that belongs to another word than the likelihood would contradict it. */
    private boolean isWhole(Percent percent) {
        Percent rounded = new Percent(whole(percent.tenths()) * TENTHS);
        boolean end = percent.equals(Percent.LOWEST) || percent.equals(Percent.HIGHEST);
        return end
                || (percent.tenths() >= SMALL * TENTHS
                        && scale.term(rounded).term().equals(scale.term(percent).term()));
    }

    private static boolean apart(Percent one, Percent other) {
        return one.equals(other) || whole(one.tenths()) != whole(other.tenths());
    }

    /** One decimal, as likelihoods have; what is not certain is never rounded to 0 or 100 %. */
    public static String probability(double probability) {
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
                ? probability(error)
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
