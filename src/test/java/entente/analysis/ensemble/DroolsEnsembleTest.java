package entente.analysis.ensemble;

import entente.model.Assumptions;
import entente.model.rule.Rule;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.testkit.BookFolder;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel gives the outcomes of the rules that Drools sessions infer. */
@Tag("law")
class DroolsEnsembleTest {

    private static final int VARIANTS = 5;
    private static final List<String> INDICATORS =
            List.of("export_share_pct", "shock_severity", "treaty_commitment_level", "border_incident");
    private static final List<String> STRENGTHS = List.of("SLIGHTLY", "MODERATELY", "STRONGLY", "DECISIVELY");

    @Test
    void shippedAndRivalBookAgreeWithSessions() throws RuleBookException {
        compare(Shipped.BOOK, Property.cases() / 4);
        compare(RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE), Property.cases() / 4);
    }

    @Test
    void randomBooksAgreeWithSessions(@TempDir Path folder) throws RuleBookException {
        for (int n = 0; n < 2; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            BookFolder book = BookFolder.copy(BookFolder.BASE, folder.resolve("book" + n));
            for (int rule = 0; rule < 12; rule++) {
                book.append("claims.drl", claim(rule, random));
            }
            for (int rule = 0; rule < 3; rule++) {
                book.append("interplay.drl", override(rule, random));
            }
            compare(RuleBooks.open(book.folder(), folder.resolve("cache")), Property.cases() / 4);
        }
    }

    private static void compare(LoadedRuleBook loaded, int cases) {
        Inference drools = loaded.drools();
        int read = loaded.book().catalogue().indicators().size();
        for (int n = 0; n < cases; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Assumptions assumptions =
                    n % 2 == 0 || loaded.book().catalogue().groups().size() < 5
                            ? Assumptions.NONE
                            : RandomWorlds.assumptions(random);
            EnsembleFixture fixture = EnsembleFixture.random(loaded, assumptions, random, read, VARIANTS);
            fixture.check("case " + n, drools::satisfiedRules);
        }
    }

    private static String claim(int number, SplittableRandom random) {
        return """

                rule "Random claim %d."
                    @id( random_claim_%d )
                    @group( trade )
                    @alliance( %s )
                    @partnership( %s )
                    @cites( "§5 ¶1" )
                    @tags( "%s" )
                when%s
                then
                end
                """.formatted(number, number, weight(random), weight(random), tag(random), conditions(random));
    }

    private static String override(int number, SplittableRandom random) {
        return """

                rule "Random override %d."
                    @id( random_override_%d )
                    @group( interplay )
                    @overrides( "%s" )
                    @assumption( "random" )
                when%s
                then
                end
                """.formatted(number, number, number == 0 ? "pact" : tag(random), conditions(random));
    }

    private static String weight(SplittableRandom random) {
        return STRENGTHS.get(random.nextInt(4)) + (random.nextBoolean() ? "_FOR" : "_AGAINST");
    }

    private static String tag(SplittableRandom random) {
        return random.nextBoolean() ? "stake" : "other";
    }

    /** One or two conditions on different indicators. */
    private static String conditions(SplittableRandom random) {
        int first = random.nextInt(4);
        int second = random.nextInt(4);
        return condition(first, random) + (first == second ? "" : condition(second, random));
    }

    private static String condition(int indicator, SplittableRandom random) {
        String comparison = random.nextBoolean()
                ? "grade >= Grade.%s"
                        .formatted(
                                List.of("LOW", "MODERATE", "HIGH", "VERY_HIGH").get(random.nextInt(4)))
                : "grade <= Grade.%s"
                        .formatted(
                                List.of("VERY_LOW", "LOW", "MODERATE", "HIGH").get(random.nextInt(4)));
        return "\n    GradedReading( indicator == \"%s\", %s )".formatted(INDICATORS.get(indicator), comparison);
    }
}
