package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.KeyAssumption;
import entente.testkit.BookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key assumptions in the inventory of a rule book. */
@Tag("thorough")
class KeyAssumptionsTest {

    @TempDir
    private Path folder;

    private BookFolder book;
    private String indicator;

    @BeforeEach
    void copyBook() {
        book = BookFolder.copy(BookFolder.BASE, folder.resolve("book"));
        indicator = open(book).book().catalogue().indicators().get(0).id();
    }

    private LoadedRuleBook open(BookFolder given) {
        try {
            return RuleBooks.open(given.folder(), folder.resolve("cache"));
        } catch (RuleBookException wrong) {
            throw new AssertionError(wrong.faults().toString(), wrong);
        }
    }

    private List<RuleBookFault> faults(String yaml) {
        BookFolder changed = book.append("inventory.yaml", "\nkeyAssumptions:\n" + yaml);
        return catchThrowableOfType(
                        RuleBookException.class, () -> RuleBooks.open(changed.folder(), folder.resolve("cache")))
                .faults();
    }

    @Test
    void assumptionsAreReadInOrderAndChangeTheDigest() {
        String before = open(book).book().sha256();
        LoadedRuleBook read = open(book.append(
                "inventory.yaml",
                "\nkeyAssumptions:\n  - words: \"It lasts\"\n    cites: [\"§1 ¶1\"]\n    indicator: " + indicator
                        + "\n"));
        assertThat(read.about().keyAssumptions())
                .containsExactly(new KeyAssumption("It lasts", List.of("§1 ¶1"), indicator, Optional.empty()));
        assertThat(read.book().sha256()).isNotEqualTo(before);
    }

    @Test
    void conditionUnderWhichItHoldsIsAComparisonAndAGrade() {
        LoadedRuleBook read = open(book.append("inventory.yaml", "\nkeyAssumptions:\n" + holds("'<= LOW'")));
        assertThat(read.about().keyAssumptions().get(0).holds())
                .contains(new RuleCondition(indicator, ComparisonOperator.AT_MOST, Grade.LOW));
    }

    @ParameterizedTest
    @CsvSource({
        "MODERATE, UNKNOWN_COMPARISON",
        "above LOW, UNKNOWN_COMPARISON",
        "> LOW, UNKNOWN_COMPARISON",
        ">= LOW or more, UNKNOWN_COMPARISON",
        ">= LOWER, BAD_LITERAL",
        ">= VERY_LOW, BAD_LITERAL",
        "<= VERY_HIGH, BAD_LITERAL",
        "<= UNKNOWN, BAD_LITERAL"
    })
    void conditionOfAnotherFormIsAFaultWithItsLine(String holds, String code) throws IOException {
        int before = Files.readAllLines(book.folder().resolve("inventory.yaml")).size();
        assertThat(faults(holds("'" + holds + "'")))
                .extracting(RuleBookFault::code, RuleBookFault::line)
                .containsExactly(tuple(code, before + 6));
    }

    private String holds(String text) {
        return "  - words: \"It lasts\"\n    cites: [\"§1 ¶1\"]\n    indicator: " + indicator + "\n    holds: " + text
                + "\n";
    }

    @Test
    void unknownIndicatorIsAFaultWithItsLineAndASuggestion() {
        assertThat(faults("  - words: \"It lasts\"\n    cites: [\"§1 ¶1\"]\n    indicator: " + indicator + "x\n"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("inventory.yaml");
                    assertThat(fault.code()).isEqualTo("UNKNOWN_INDICATOR");
                    assertThat(fault.line()).isPositive();
                    assertThat(fault.detail()).contains(indicator + "x", "Did you mean " + indicator);
                });
    }
}
