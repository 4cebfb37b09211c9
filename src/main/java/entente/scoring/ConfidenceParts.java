package entente.scoring;

import entente.model.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The parts of confidence: scores of each reading from 0 to 1, weighted by indicator.
 *
 * @param scores one array for each part, by indicator
 */
record ConfidenceParts(double[] weights, List<double[]> scores) {

    /** The weighted mean of a part, in thousandths. */
    double mean(int part) {
        return mean(scores.get(part), new boolean[weights.length]);
    }

    double lowest() {
        return IntStream.range(0, scores.size()).mapToDouble(this::mean).min().orElse(0);
    }

    /**
     * A small set of indicators which, with full scores, raise every part to a threshold; minimal if only one part is
     * below it. Empty if all eligible indicators together do not suffice.
     *
     * @param eligible indicators that a source can raise: not those whose readings are supposed
     */
    List<Integer> raisedBy(double threshold, IntPredicate eligible) {
        List<double[]> insufficient = IntStream.range(0, scores.size())
                .filter(part -> mean(part) < threshold)
                .mapToObj(scores::get)
                .toList();
        double[] gains = new double[weights.length];
        Arrays.setAll(gains, i -> gain(i, insufficient));
        List<Integer> byGain = IntStream.range(0, weights.length)
                .filter(eligible)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -gains[i]))
                .toList();
        boolean[] full = new boolean[weights.length];
        int count = 0;
        while (count < byGain.size() && !reached(insufficient, full, threshold)) {
            full[byGain.get(count++)] = true;
        }
        if (!reached(insufficient, full, threshold)) {
            return List.of();
        }
        // Remove indicators made unnecessary by those added later.
        for (int i = count - 1; i >= 0; i--) {
            full[byGain.get(i)] = false;
            if (!reached(insufficient, full, threshold)) {
                full[byGain.get(i)] = true;
            }
        }
        return byGain.stream().filter(i -> full[i]).toList();
    }

    private double gain(int indicator, List<double[]> parts) {
        return parts.stream()
                .mapToDouble(part -> weights[indicator] * (1 - part[indicator]))
                .sum();
    }

    private boolean reached(List<double[]> parts, boolean[] full, double threshold) {
        return parts.stream().allMatch(part -> mean(part, full) >= threshold);
    }

    private double mean(double[] part, boolean[] full) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            sum += weights[i] * (full[i] ? 1 : part[i]);
        }
        return total == 0 ? 0 : Numbers.rounded(sum / total, 3);
    }
}
