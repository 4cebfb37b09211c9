package entente.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Brackets are counted as the parser would meet them. */
class NestingTest {

    @Test
    void sixtyFourAreTakenAndOneMoreIsNot() {
        assertThat(Nesting.tooDeep("(".repeat(64) + ")".repeat(64) + "(".repeat(64)))
                .isEmpty();
        assertThat(Nesting.tooDeep("rule\n\n" + "(".repeat(65))).hasValue(3);
        assertThat(Nesting.tooDeep("([{".repeat(22))).hasValue(1);
    }

    @Test
    void closingMoreThanWasOpenedBuysNothing() {
        assertThat(Nesting.tooDeep(")".repeat(100) + "(".repeat(65))).hasValue(1);
    }

    @Test
    void whatIsQuotedOrCommentedDoesNotCount() {
        String many = "(".repeat(100);
        assertThat(Nesting.tooDeep("\"" + many + "\" // " + many + "\n/* " + many + "\n" + many + " */"))
                .isEmpty();
        assertThat(Nesting.tooDeep("\"\\\"" + many + "\"")).isEmpty();
        assertThat(Nesting.tooDeep("// " + many)).isEmpty();
        assertThat(Nesting.tooDeep("/* " + many)).isEmpty();
    }

    @Test
    void aQuotationEndsWithItsLine() {
        assertThat(Nesting.tooDeep("\"open\n" + "(".repeat(65))).hasValue(2);
        assertThat(Nesting.tooDeep("// remark\n" + "(".repeat(65))).hasValue(2);
        assertThat(Nesting.tooDeep("/* remark */" + "(".repeat(65))).hasValue(1);
    }
}
