package entente.testkit;

import entente.model.Reading;
import entente.model.Scenario;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Checks a law with many scenarios. Case n depends only on seed {@value #SEED} + n, so failures are reproducible. A
 * failing scenario is reduced to the necessary readings before it is reported.
 *
 * <p>{@code -Dentente.cases=10000} sets the number of cases, {@code -Dentente.case=n} runs one case.
 */
public final class Property {

    public static final long SEED = 2019;

    private Property() {}

    /** Number of cases per law. */
    public static int cases() {
        return Integer.getInteger("entente.cases", 1000);
    }

    /**
     * Checks a law with scenarios from a generator.
     *
     * @param law throws if it is violated; must use the random generator of the case only
     */
    public static void forAll(
            Function<SplittableRandom, Scenario> generator, BiConsumer<Scenario, SplittableRandom> law) {
        forAll(cases(), generator, law);
    }

    /** Checks one of the laws of the verdict, with many more cases as they are cheap: 10,000 in the thorough profile. */
    public static void law(Function<SplittableRandom, Scenario> generator, BiConsumer<Scenario, SplittableRandom> law) {
        forAll(25 * cases(), generator, law);
    }

    /** Checks a law with a given number of cases, for expensive laws. */
    public static void forAll(
            int cases, Function<SplittableRandom, Scenario> generator, BiConsumer<Scenario, SplittableRandom> law) {
        Integer one = Integer.getInteger("entente.case");
        for (int n = one == null ? 0 : one; n < (one == null ? cases : one + 1); n++) {
            long seed = SEED + n;
            Scenario scenario = generator.apply(new SplittableRandom(seed));
            Optional<Throwable> broken = broken(law, scenario, seed);
            if (broken.isPresent()) {
                Scenario least = least(law, scenario, seed);
                Throwable why = broken(law, least, seed).orElse(broken.get());
                throw new AssertionError(
                        "seed " + SEED + ", case " + n + ": " + why.getMessage() + "\n  in the least such scenario: "
                                + RandomWorlds.describe(least) + "\n  cut down from: "
                                + RandomWorlds.describe(scenario),
                        why);
            }
        }
    }

    private static Optional<Throwable> broken(
            BiConsumer<Scenario, SplittableRandom> law, Scenario scenario, long seed) {
        try {
            law.accept(scenario, new SplittableRandom(~seed));
            return Optional.empty();
        } catch (AssertionError | RuntimeException why) {
            return Optional.of(why);
        }
    }

    /** Removes readings one by one while the failure persists. */
    private static Scenario least(BiConsumer<Scenario, SplittableRandom> law, Scenario scenario, long seed) {
        Scenario least = scenario;
        for (String indicator : scenario.readings().keySet()) {
            Scenario without = RandomWorlds.with(least, Reading.unknown(indicator));
            least = broken(law, without, seed).isPresent() ? without : least;
        }
        return least;
    }
}
