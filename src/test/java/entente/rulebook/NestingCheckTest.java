package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestingCheckTest {

    @Test
    void allowsSixtyFourLevels() {
        assertThat(NestingCheck.tooDeep("(".repeat(64) + ")".repeat(64) + "(".repeat(64)))
                .isEmpty();
        assertThat(NestingCheck.tooDeep("rule\n\n" + "(".repeat(65))).hasValue(3);
        assertThat(NestingCheck.tooDeep("([{".repeat(22))).hasValue(1);
    }

    @Test
    void surplusClosingBracketsDoNotLowerDepth() {
        assertThat(NestingCheck.tooDeep(")".repeat(100) + "(".repeat(65))).hasValue(1);
    }

    @Test
    void ignoresQuotationsAndComments() {
        String many = "(".repeat(100);
        assertThat(NestingCheck.tooDeep("\"" + many + "\" // " + many + "\n/* " + many + "\n" + many + " */"))
                .isEmpty();
        assertThat(NestingCheck.tooDeep("\"\\\"" + many + "\"")).isEmpty();
        assertThat(NestingCheck.tooDeep("// " + many)).isEmpty();
        assertThat(NestingCheck.tooDeep("/* " + many)).isEmpty();
    }

    @Test
    void quotationEndsAtLineEnd() {
        assertThat(NestingCheck.tooDeep("\"open\n" + "(".repeat(65))).hasValue(2);
        assertThat(NestingCheck.tooDeep("// remark\n" + "(".repeat(65))).hasValue(2);
        assertThat(NestingCheck.tooDeep("/* remark */" + "(".repeat(65))).hasValue(1);
    }
}
