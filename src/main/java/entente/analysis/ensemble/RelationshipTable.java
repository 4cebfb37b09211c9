package entente.analysis.ensemble;

import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.model.rule.RelationshipThresholds;
import entente.scoring.RelationshipJudgement;
import java.util.stream.IntStream;

/**
 * The state of the relationship and its flags for each combination of floor, reached likelihoods and signals, computed
 * once with {@link RelationshipJudgement}.
 */
final class RelationshipTable {

    private static final int STATES = Relationship.values().length;
    private static final int SIGNAL_SETS = OutcomeColumns.HOLLOW << 1;
    private static final int UNREACHABLE = PackedPoints.MAX + 1;

    /** A byte holds the ordinal of the state in its lowest bits and the flags above it. */
    private static final int FLAG_SHIFT = 3;

    private static final int STATE_MASK = (1 << FLAG_SHIFT) - 1;

    private final int[] floorStarts;
    private final int pactStart;
    private final int switchStart;
    private final byte[] judgements = new byte[STATES * 4 * SIGNAL_SETS];

    RelationshipTable(RelationshipThresholds thresholds) {
        // A floor that lies above that of a higher state is never the highest one reached.
        int[] starts = new int[STATES - 1];
        int start = UNREACHABLE;
        for (int state = STATES - 1; state > 0; state--) {
            start = Math.min(
                    start,
                    thresholds
                            .floorStart(Relationship.values()[state])
                            .map(Points::hundredths)
                            .orElse(UNREACHABLE));
            starts[state - 1] = start;
        }
        floorStarts = IntStream.of(starts).filter(s -> s < UNREACHABLE).toArray();
        pactStart = start(thresholds.withPact().value());
        switchStart = start(thresholds.withSwitch().value());
        for (int index = 0; index < judgements.length; index++) {
            judgements[index] = judge(index);
        }
    }

    /** The fewest hundredths with which the likelihood reaches a percentage. */
    private static int start(double percent) {
        int below = -PackedPoints.MAX;
        int reached = UNREACHABLE;
        while (reached - below > 1) {
            int middle = below + ((reached - below) >>> 1);
            if (RelationshipJudgement.atLeast(new Points(middle), percent)) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return reached;
    }

    private static byte judge(int index) {
        int signals = index % SIGNAL_SETS;
        int rest = index / SIGNAL_SETS;
        boolean switchOpen = (signals & 1 << CeilingKind.SWITCH.ordinal()) != 0;
        RelationshipJudgement judgement = RelationshipJudgement.of(
                Relationship.values()[rest >> 2],
                (signals & OutcomeColumns.PACT) != 0,
                (signals & OutcomeColumns.HOLLOW) != 0,
                (signals & 1 << CeilingKind.INCIDENT.ordinal()) != 0,
                (rest & 2) != 0,
                switchOpen && (rest & 1) != 0);
        int flags = judgement.flags().stream()
                .mapToInt(VerdictFlag::ordinal)
                .map(flag -> 1 << flag)
                .sum();
        return (byte) (flags << FLAG_SHIFT | judgement.relationship().ordinal());
    }

    /** The state with its flags, to be read with {@link #state} and {@link #flags}. */
    byte judgement(int partnership, int result, int signals) {
        int floor = 0;
        for (int start : floorStarts) {
            floor += atLeast(partnership, start);
        }
        int reached = atLeast(result, pactStart) << 1 | atLeast(result, switchStart);
        return judgements[(floor << 2 | reached) * SIGNAL_SETS + signals];
    }

    /** 1 or 0 without a branch; the bounds of sums exclude an overflow. */
    private static int atLeast(int hundredths, int start) {
        return (start - 1 - hundredths) >>> (Integer.SIZE - 1);
    }

    static byte state(byte judgement) {
        return (byte) (judgement & STATE_MASK);
    }

    static byte flags(byte judgement) {
        return (byte) (judgement >> FLAG_SHIFT);
    }
}
