package entente.scoring;

import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.rulebook.InterruptionCheck;
import java.util.List;

/**
 * The points, ceilings and overrides of the rules that hold, kept up to date as rules come to hold or cease to. A rule
 * is effective if it holds and is neither switched off nor overridden. The order of changes does not matter.
 */
final class RuleTally {

    private static final CeilingKind[] KINDS = CeilingKind.values();
    private static final int INCIDENT = CeilingKind.INCIDENT.ordinal();

    private final ScoringModel model;
    private final RuleIndex index;
    private final boolean[] satisfied;

    /** By rule, how many rules that hold and are not switched off override it. */
    private final int[] overriding;

    /** By kind of ceiling, how many effective rules apply it. */
    private final int[] ceilings = new int[KINDS.length];

    private int alliance;
    private int partnership;
    private int pacts;

    RuleTally(ScoringModel model, boolean[] satisfied) {
        this.model = model;
        this.index = model.index();
        this.satisfied = satisfied.clone();
        this.overriding = new int[satisfied.length];
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r] && !model.disabled(r)) {
                for (int other : index.overridden[r]) {
                    overriding[other]++;
                }
            }
        }
        for (int r = 0; r < satisfied.length; r++) {
            countIfEffective(r, 1);
        }
    }

    /** @return whether the rule has changed */
    boolean set(int rule, boolean holds) {
        if (satisfied[rule] == holds) {
            return false;
        }
        if (model.disabled(rule)) {
            satisfied[rule] = holds;
        } else if (holds) {
            satisfied[rule] = true;
            countIfEffective(rule, 1);
            for (int other : index.overridden[rule]) {
                countIfEffective(other, -1);
                overriding[other]++;
            }
        } else {
            for (int other : index.overridden[rule]) {
                overriding[other]--;
                countIfEffective(other, 1);
            }
            countIfEffective(rule, -1);
            satisfied[rule] = false;
        }
        return true;
    }

    private void countIfEffective(int rule, int sign) {
        if (!isEffective(rule)) {
            return;
        }
        alliance += sign * model.alliance(rule);
        partnership += sign * model.partnership(rule);
        if (index.ceilings[rule] != RuleIndex.NONE) {
            ceilings[index.ceilings[rule]] += sign;
        }
        pacts += index.pacts[rule] ? sign : 0;
    }

    boolean isEffective(int rule) {
        return satisfied[rule] && overriding[rule] == 0 && !model.disabled(rule);
    }

    boolean holds(int rule) {
        return satisfied[rule];
    }

    boolean[] satisfied() {
        return satisfied.clone();
    }

    /** Whether an effective rule claims a pact. */
    boolean hasPact() {
        return pacts > 0;
    }

    boolean hasCeiling(CeilingKind kind) {
        return ceilings[kind.ordinal()] > 0;
    }

    int partnership() {
        return partnership;
    }

    /** The ceilings that apply, in order of application: the last one of the first four kinds, then the incident's. */
    List<Ceiling> ceilings() {
        int last = INCIDENT - 1;
        while (last >= 0 && ceilings[last] == 0) {
            last--;
        }
        return index.appliedCeilings(last, ceilings[INCIDENT] > 0);
    }

    /**
     * The points after ceilings.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; every long search calls this method
     *     for each evaluated scenario
     */
    Points result(Points base) {
        InterruptionCheck.check();
        Points result = base.plus(new Points(alliance));
        List<Ceiling> applied = ceilings();
        for (int at = 0; at < applied.size(); at++) {
            result = applied.get(at).apply(result);
        }
        return result;
    }

    ScoringOutcome outcome(Points base) {
        boolean[] effective = new boolean[satisfied.length];
        for (int r = 0; r < effective.length; r++) {
            effective[r] = isEffective(r);
        }
        Points sum = new Points(alliance);
        return new ScoringOutcome(
                effective,
                sum,
                base.plus(sum),
                ceilings(),
                result(base),
                new Points(partnership),
                hasCeiling(CeilingKind.SWITCH));
    }
}
