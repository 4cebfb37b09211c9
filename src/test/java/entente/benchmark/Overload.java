package entente.benchmark;

import entente.benchmark.Load.Answer;
import entente.benchmark.Load.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures a service under overload: finds its saturation S, then applies 0.5 S, S, 2 S, 5 S and again 0.5 S. Called by
 * {@code src/test/sh/overload.sh}.
 */
public final class Overload {

    private static final double[] LOADS = {0.5, 1, 2, 5, 0.5};

    private Overload() {}

    /** Arguments: port, path, file with the body, concurrency at saturation, seconds per step. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String body = Files.readString(Path.of(args[2]));
        int atATime = Integer.parseInt(args[3]);
        double seconds = Double.parseDouble(args[4]);
        Load load = new Load(Integer.parseInt(args[0]), Client.request("POST " + args[1], Client.JSON, body));
        load.closed(atATime, seconds);
        Step saturated = load.closed(atATime, seconds);
        double saturation = saturated.goodput();
        print("closed loop, %d at a time: S = %.1f/s, statuses %s%n", atATime, saturation, saturated.statuses());
        print(
                "%-8s %-9s %-9s %-9s %-8s %-12s %s%n",
                "asked/S", "good/S", "p50/p50½", "p99/p99½", "refused", "p99 refusal", "statuses");
        Step half = null;
        for (double share : LOADS) {
            Step step = load.open(saturation * share, seconds);
            if (half == null) {
                half = step;
            } else if (share == LOADS[0]) {
                print("recovered after %.1f s%n", recovered(step, half));
            }
            report(share, saturation, half, step);
        }
    }

    private static void report(double share, double saturation, Step half, Step step) {
        List<Answer> accepted = step.accepted();
        List<Answer> refused = step.refused();
        long silent = refused.stream().filter(answer -> !answer.retryAfter()).count();
        print(
                "%-8.1f %-9.2f %-9.2f %-9.2f %-8.2f %-12s %s%s%s%n",
                share,
                step.goodput() / saturation,
                Step.quantile(accepted, 0.5) / Step.quantile(half.accepted(), 0.5),
                Step.quantile(accepted, 0.99) / Step.quantile(half.accepted(), 0.99),
                refused.size() / (double) Math.max(1, step.answers().size()),
                refused.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f ms", Step.quantile(refused, 0.99)),
                step.statuses(),
                silent == 0 ? "" : ", without Retry-After: " + silent,
                step.broken() == 0 ? "" : ", broken off: " + step.broken());
        if (step == half) {
            print(
                    "         p50½ = %.1f ms, p99½ = %.1f ms%n",
                    Step.quantile(accepted, 0.5), Step.quantile(accepted, 0.99));
        }
    }

    /** Seconds until no request is rejected any more and the median stays within twice that of half load. */
    private static double recovered(Step step, Step half) {
        double usual = 2 * Step.quantile(half.accepted(), 0.5);
        double last = 0;
        for (int second = 0; second < step.seconds(); second++) {
            long from = second * 1_000_000_000L;
            List<Answer> within = step.answers().stream()
                    .filter(answer -> answer.atNanos() >= from && answer.atNanos() < from + 1_000_000_000L)
                    .toList();
            boolean slow =
                    within.stream().anyMatch(answer -> answer.status() >= 300) || Step.quantile(within, 0.5) > usual;
            last = slow ? second + 1 : last;
        }
        return last;
    }

    private static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form, values);
    }
}
