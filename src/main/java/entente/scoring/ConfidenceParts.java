package entente.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of confidence: scores of each reading from 0 to 1, weighted by the swing of its indicator.
 *
 * @param scores one list for each part, by indicator
 */
record ConfidenceParts(double[] swings, List<double[]> scores) {

    /** The weighted mean of a part, in thousandths. */
    double mean(int part) {
        return mean(scores.get(part), new boolean[swings.length]);
    }

    double lowest() {
        return IntStream.range(0, scores.size()).mapToDouble(this::mean).min().orElse(0);
    }

    /**
     * Few indicators which, scored in full, bring every part up to a threshold; the fewest where one part alone is
     * short of it. Empty where all of them together do not.
     */
    List<Integer> raisedBy(double threshold) {
        List<double[]> wanting = IntStream.range(0, scores.size())
                .filter(part -> mean(part) < threshold)
                .mapToObj(scores::get)
                .toList();
        List<Integer> byGain = IntStream.range(0, swings.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -gain(i, wanting)))
                .toList();
        boolean[] full = new boolean[swings.length];
        int count = 0;
        while (count < swings.length && !reached(wanting, full, threshold)) {
            full[byGain.get(count++)] = true;
        }
        if (!reached(wanting, full, threshold)) {
            return List.of();
        }
        // What an earlier one took in for a part that a later one fills anyway.
        for (int i = count - 1; i >= 0; i--) {
            full[byGain.get(i)] = false;
            if (!reached(wanting, full, threshold)) {
                full[byGain.get(i)] = true;
            }
        }
        return byGain.stream().filter(i -> full[i]).toList();
    }

    private double gain(int indicator, List<double[]> parts) {
        return parts.stream()
                .mapToDouble(part -> swings[indicator] * (1 - part[indicator]))
                .sum();
    }

    private boolean reached(List<double[]> parts, boolean[] full, double threshold) {
        return parts.stream().allMatch(part -> mean(part, full) >= threshold);
    }

    private double mean(double[] part, boolean[] full) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < swings.length; i++) {
            total += swings[i];
            sum += swings[i] * (full[i] ? 1 : part[i]);
        }
        return total == 0 ? 0 : thousandths(sum / total);
    }

    static double thousandths(double share) {
        return BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }
}
