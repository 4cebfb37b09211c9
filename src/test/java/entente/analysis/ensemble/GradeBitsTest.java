package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Columns of grades become bits and bits become bytes again, variant by variant. */
class GradeBitsTest {

    @Test
    void eachGradeHasTheBitsOfItsVariants() {
        SplittableRandom random = new SplittableRandom(2019);
        int first = Blocks.VARIANTS;
        byte[] grades = new byte[2 * Blocks.VARIANTS];
        for (int v = 0; v < grades.length; v++) {
            grades[v] = (byte) random.nextInt(Grade.values().length);
        }
        long[] words = new long[Grade.values().length * Blocks.WORDS];
        GradeBits.split(grades, first, words, 0);
        for (Grade grade : Grade.values()) {
            byte[] bytes = new byte[grades.length];
            GradeBits.spread(words, grade.ordinal() * Blocks.WORDS, 3, bytes, first);
            for (int v = 0; v < grades.length; v++) {
                boolean expected = v >= first && grades[v] == grade.ordinal();
                assertThat(bytes[v]).as("%s, variant %d", grade, v).isEqualTo((byte) (expected ? 8 : 0));
            }
            for (int bit = 0; bit < Long.SIZE; bit++) {
                boolean set = (words[grade.ordinal() * Blocks.WORDS] >>> bit & 1) != 0;
                assertThat(grades[first + GradeBits.variant(bit)] == grade.ordinal())
                        .as("%s, bit %d", grade, bit)
                        .isEqualTo(set);
            }
        }
    }
}
