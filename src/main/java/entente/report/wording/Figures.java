package entente.report.wording;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * Likelihoods as texts show them, the one place where they are formatted: whole percents from five up, one decimal below, and
 * one where the whole number would mislead.
 */
public final class Figures {

    private static final int TENTHS = 10;

    /** Below this a decimal counts, in tenths of a percent. */
    static final int SMALL = 5 * TENTHS;

    private static final List<String> PARTS = List.of(
            "half", "a third", "a quarter", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth", "a tenth");

    /** Where no other scale is asked for. */
    public static final Figures ICD203 = new Figures(LikelihoodScale.ICD203);

    private final LikelihoodScale scale;

    /** Likelihoods that a document shows with a decimal somewhere, and so everywhere. */
    private final Set<Percent> exact;

    public Figures(LikelihoodScale scale) {
        this(scale, Set.of());
    }

    public Figures(LikelihoodScale scale, Set<Percent> exact) {
        this.scale = scale;
        this.exact = exact;
    }

    /** A likelihood; at an end of the scale it is the limit beyond which nothing is printed. */
    public String of(Percent percent) {
        return of(percent, true);
    }

    /** The same with a decimal unless a whole number is allowed. */
    public String of(Percent percent, boolean whole) {
        String end = percent.equals(Percent.LOWEST) ? " or less" : percent.equals(Percent.HIGHEST) ? " or more" : "";
        return plain(percent, whole) + end;
    }

    /** A likelihood; at an end of the scale, which likelihoods beyond it are set to, with the sign for that. */
    public String onScale(Percent percent, boolean whole) {
        return end(percent) + plain(percent, whole);
    }

    private static String end(Percent percent) {
        return percent.equals(Percent.LOWEST)
                ? "≤" + Wording.GLUE
                : percent.equals(Percent.HIGHEST) ? "≥" + Wording.GLUE : "";
    }

    /** A likelihood without a mark at the ends of the scale. */
    public String plain(Percent percent, boolean whole) {
        return number(percent, whole) + Wording.GLUE + "%";
    }

    /** Two ends, and what lies between them; with decimals where whole numbers would be the same. */
    public String span(Percent low, Percent now, Percent high) {
        boolean apart = apart(low, now, high);
        return of(low, apart) + " to " + of(high, apart);
    }

    /** The lowest and the highest of several likelihoods; one figure where they are the same. */
    public String span(Percent low, Percent high) {
        return low.equals(high) ? of(low) : span(low, low, high);
    }

    /** An interval of a likelihood; with decimals where whole numbers would be the same. */
    public String span(Interval interval) {
        return span(interval, interval.low(), interval);
    }

    /** The same around its likelihood and beside another one. */
    public String span(Interval interval, Percent now, Interval other) {
        boolean apart = apart(interval.low(), now, interval.high())
                && apart(interval.low(), other.low())
                && apart(interval.high(), other.high());
        String high = onScale(interval.high(), apart);
        return interval.widthTenths() == 0 ? high : onScale(interval.low(), apart) + " to " + high;
    }

    /** The same two ends as a short form, such as "8–50 %". */
    public String dash(Percent low, Percent now, Percent high) {
        boolean apart = apart(low, now, high);
        return end(low) + number(low, apart) + "–" + onScale(high, apart);
    }

    String number(Percent percent, boolean whole) {
        return whole && isWhole(percent, exact)
                ? Integer.toString(whole(percent.tenths()))
                : Wording.tenths(percent.tenths());
    }

    /** Whether none of these that differ would be alike as whole numbers; they ascend. */
    public boolean apart(Percent low, Percent now, Percent high) {
        return apart(low, high) && apart(low, now) && apart(now, high);
    }

    public boolean apart(Percent one, Percent other) {
        return one.equals(other) || printedTenths(one, Set.of()) != printedTenths(other, Set.of());
    }

    /** Whether the difference of two figures as printed is their difference to the tenth. */
    public boolean showsDifference(Percent before, Percent after) {
        return printedTenths(after, exact) - printedTenths(before, exact) == after.tenths() - before.tenths();
    }

    private int printedTenths(Percent percent, Set<Percent> exact) {
        return isWhole(percent, exact) ? whole(percent.tenths()) * TENTHS : percent.tenths();
    }

    /** Two figures beside their difference, which is printed to the tenth. */
    public Pair pair(Percent before, Percent after) {
        boolean whole = showsDifference(before, after);
        return new Pair(onScale(before, whole), onScale(after, whole));
    }

    public record Pair(String before, String after) {}

    /** A ratio of likelihoods in words, such as "about twice as likely"; empty if it is about one. */
    public static String times(double ratio) {
        double rounded = ratio < 5 ? Math.rint(ratio * TENTHS) / TENTHS : Math.rint(ratio);
        int part = (int) Math.rint(1 / ratio);
        String number = rounded == (int) rounded ? Wording.count((int) rounded) : Wording.figure(rounded);
        String times = rounded == 2 ? "twice" : number + " times";
        String share = part - 2 < PARTS.size() ? PARTS.get(Math.max(0, part - 2)) : "1/" + part;
        return rounded == 1 ? "" : "about " + (rounded > 0.5 ? times : share) + " as likely";
    }

    /** Tenths as the nearest whole number, halves away from zero. */
    public static int whole(int tenths) {
        return Integer.signum(tenths) * ((Math.abs(tenths) + TENTHS / 2) / TENTHS);
    }

    /** A whole number that belongs to another word than the likelihood would contradict it, and 100 would be certain. */
    private boolean isWhole(Percent percent, Set<Percent> exact) {
        Percent rounded = new Percent(whole(percent.tenths()) * TENTHS);
        return percent.tenths() >= SMALL
                && !exact.contains(percent)
                && (rounded.equals(percent) || rounded.compareTo(Percent.HIGHEST) <= 0)
                && scale.term(rounded).term().equals(scale.term(percent).term());
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
