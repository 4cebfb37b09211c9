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
import java.util.Optional;
import java.util.Random;

/** Called by {@code src/test/sh/side-by-side.sh}, which describes the arguments. */
public final class SideBySide {

    private static final long SEED = 2019;
    private static final int SCENARIOS = 4096;
    private static final int[] SIZES = {10, 60, 300, 1000};
    private static final Duration WARM_UP = Duration.ofSeconds(2);
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
                    table.add(base.name(), comparison.measure(rounds, WARM_UP, SLICE));
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

    private static List<RuleBase> bases() throws RuleBookException {
        RuleBook book = RuleBooks.open(Path.of("rules"), Path.of("target", "rulebooks")).book();
        List<RuleBase> bases = new ArrayList<>(List.of(RuleBase.shipped(book)));
        for (int size : SIZES) {
            bases.add(RuleBase.random(book, size, new Random(SEED)));
        }
        return bases;
    }
}
