package entente.analysis.ensemble;

/**
 * A straight-line program of operations on blocks of bits, one bit per variant. Slots hold one block each; the first
 * slots of a column hold the variants with each grade.
 *
 * @param slots number of slots
 * @param columns the columns whose grades are read
 * @param inputs the slot of the first grade of each of these columns
 * @param operations operation, target, left and right slot of each step
 */
record BitProgram(int slots, int[] columns, int[] inputs, int[] operations) {

    static final int AND = 0;
    static final int OR = 1;
    static final int AND_NOT = 2;
    static final int STEP = 4;

    /** A slot in which all bits are set. */
    static final int ALL = 0;

    void run(GradeColumns grades, int first, long[] words) {
        for (int at = 0; at < columns.length; at++) {
            GradeBits.split(grades.column(columns[at]), first, words, inputs[at] * Blocks.WORDS);
        }
        for (int at = 0; at < operations.length; at += STEP) {
            int target = operations[at + 1] * Blocks.WORDS;
            int left = operations[at + 2] * Blocks.WORDS;
            int right = operations[at + 3] * Blocks.WORDS;
            switch (operations[at]) {
                case AND -> and(words, target, left, right);
                case OR -> or(words, target, left, right);
                default -> andNot(words, target, left, right);
            }
        }
    }

    private static void and(long[] words, int target, int left, int right) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            words[target + w] = words[left + w] & words[right + w];
        }
    }

    private static void or(long[] words, int target, int left, int right) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            words[target + w] = words[left + w] | words[right + w];
        }
    }

    private static void andNot(long[] words, int target, int left, int right) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            words[target + w] = words[left + w] & ~words[right + w];
        }
    }
}
