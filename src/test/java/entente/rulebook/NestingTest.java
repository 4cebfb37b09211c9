package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestingTest {

    @Test
    void allowsSixtyFourLevels() {
        assertThat(DrlReader.tooDeep("(".repeat(64) + ")".repeat(64) + "(".repeat(64)))
                .isEmpty();
        assertThat(DrlReader.tooDeep("rule\n\n" + "(".repeat(65))).hasValue(3);
        assertThat(DrlReader.tooDeep("([{".repeat(22))).hasValue(1);
    }

    @Test
    void surplusClosingBracketsDoNotLowerDepth() {
        assertThat(DrlReader.tooDeep(")".repeat(100) + "(".repeat(65))).hasValue(1);
    }

    @Test
    void ignoresQuotationsAndComments() {
        String many = "(".repeat(100);
        assertThat(DrlReader.tooDeep("\"" + many + "\" // " + many + "\n/* " + many + "\n" + many + " */"))
                .isEmpty();
        assertThat(DrlReader.tooDeep("\"\\\"" + many + "\"")).isEmpty();
        assertThat(DrlReader.tooDeep("// " + many)).isEmpty();
        assertThat(DrlReader.tooDeep("/* " + many)).isEmpty();
    }

    @Test
    void quotationEndsAtLineEnd() {
        assertThat(DrlReader.tooDeep("\"open\n" + "(".repeat(65))).hasValue(2);
        assertThat(DrlReader.tooDeep("// remark\n" + "(".repeat(65))).hasValue(2);
        assertThat(DrlReader.tooDeep("/* remark */" + "(".repeat(65))).hasValue(1);
    }
}
