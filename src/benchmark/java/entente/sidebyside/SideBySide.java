package entente.sidebyside;

import entente.model.rule.RuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Called by {@code src/test/sh/side-by-side.sh}, which describes the arguments. */
public final class SideBySide {

    private static final long SEED = 2019;
    /** So many that the processor's branch prediction cannot learn them: with 4,096, plain Java is four times as fast. */
    private static final int SCENARIOS = 16_384;

    private static final int[] SIZES = {10, 60, 300, 1000};
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration SLICE = Duration.ofMillis(400);

    private SideBySide() {}

    /** Arguments: rounds, 0 to check only; the folder of the engines of npm, which need not exist. */
    public static void main(String[] args) throws IOException, RuleBookException {
        int rounds = Integer.parseInt(args[0]);
        Optional<Path> node = Optional.of(Path.of(args[1])).filter(Files::isDirectory);
        Table table = new Table();
        for (RuleBase base : bases()) {
            System.err.println("rules: " + base.name());
            Comparison comparison =
                    new Comparison(Workload.random(base, SCENARIOS, new Random(SEED)), Candidates.all(node));
            try {
                comparison.check();
                if (rounds > 0) {
                    Map<String, List<Double>> rates = comparison.measure(rounds, WARM_UP, SLICE);
                    table.add(base.name(), rates);
                    show(rates);
                }
            } catch (IllegalStateException disagreement) {
                System.err.println("Engines disagree: " + disagreement.getMessage());
                System.exit(1);
            } finally {
                comparison.close();
            }
        }
        System.out.println("All engines give the same points.");
        if (rounds > 0) {
            System.out.print(table.text(rounds));
        }
        System.exit(0); // Engines may leave threads behind.
    }

    /** With SHOW in the environment, evaluations per second of processor time by round. */
    private static void show(Map<String, List<Double>> rates) {
        if (System.getenv("SHOW") != null) {
            rates.forEach((engine, byRound) -> System.err.println(engine
                    + byRound.stream()
                            .map(rate -> String.format(Locale.ROOT, " %,.0f", rate))
                            .collect(Collectors.joining())));
        }
    }

    private static List<RuleBase> bases() throws RuleBookException {
        RuleBook book =
                RuleBooks.open(Path.of("rules"), Path.of("target", "rulebooks")).book();
        List<RuleBase> bases = new ArrayList<>(List.of(RuleBase.shipped(book)));
        for (int size : SIZES) {
            bases.add(RuleBase.random(book, size, new Random(SEED)));
        }
        return bases;
    }
}
