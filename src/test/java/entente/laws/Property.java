package entente.laws;

import entente.Shipped;
import entente.model.Reading;
import entente.model.Scenario;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Tries a law on many scenarios. Case n is made from seed {@value #SEED} + n and nothing else, so a failure can be
 * had again; before it is told, every reading that it does not need is taken out.
 *
 * <p>{@code -Dentente.cases=10000} tries more, {@code -Dentente.case=n} that one alone.
 */
public final class Property {

    public static final long SEED = 2019;

    private Property() {}

    /** How many cases each law is tried on. */
    public static int cases() {
        return Integer.getInteger("entente.cases", 1000);
    }

    /**
     * Holds a law against scenarios from a generator.
     *
     * @param law throws when it is broken; whatever it draws comes from the random of the case
     */
    public static void forAll(
            Function<SplittableRandom, Scenario> generator, BiConsumer<Scenario, SplittableRandom> law) {
        forAll(cases(), generator, law);
    }

    /** The same with a number of cases of its own, for a law that is dear to try. */
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

    /** The scenario without the readings that the failure does not need, one after the other. */
    private static Scenario least(BiConsumer<Scenario, SplittableRandom> law, Scenario scenario, long seed) {
        Scenario least = scenario;
        for (var indicator : Shipped.BOOK.book().catalogue().indicators()) {
            Scenario without = RandomWorlds.with(least, Reading.unknown(indicator.id()));
            least = broken(law, without, seed).isPresent() ? without : least;
        }
        return least;
    }
}
