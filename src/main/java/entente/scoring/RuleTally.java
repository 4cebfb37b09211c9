package entente.scoring;

import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.rulebook.InterruptionCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * The points, ceilings and overrides of the rules that hold, kept up to date as rules come to hold or cease to. A rule
 * is effective if it holds and is neither disabled nor overridden. The order of changes does not matter.
 */
final class RuleTally {

    private static final int KINDS = CeilingKind.values().length;
    private static final int INCIDENT = CeilingKind.INCIDENT.ordinal();

    private final ScoringModel model;
    private final RuleIndex index;
    private final boolean[] satisfied;
    private final boolean[] effective;

    /** By rule, how many rules that hold and are not disabled override it. */
    private final int[] overriding;

    /** By kind of ceiling, how many effective rules apply it. */
    private final int[] ceilings = new int[KINDS];

    private int alliance;
    private int partnership;
    private int pacts;

    RuleTally(ScoringModel model, boolean[] satisfied) {
        this.model = model;
        this.index = model.index();
        this.satisfied = satisfied.clone();
        this.effective = new boolean[satisfied.length];
        this.overriding = new int[satisfied.length];
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r] && !model.disabled(r)) {
                for (int other : index.overridden[r]) {
                    overriding[other]++;
                }
            }
        }
        for (int r = 0; r < satisfied.length; r++) {
            update(r);
        }
    }

    /** @return whether the rule has changed */
    boolean set(int rule, boolean holds) {
        if (satisfied[rule] == holds) {
            return false;
        }
        satisfied[rule] = holds;
        if (!model.disabled(rule)) {
            for (int other : index.overridden[rule]) {
                overriding[other] += holds ? 1 : -1;
                update(other);
            }
            update(rule);
        }
        return true;
    }

    /** Counts a rule in or out if it has become effective or ceased to be. */
    private void update(int rule) {
        boolean now = satisfied[rule] && overriding[rule] == 0 && !model.disabled(rule);
        if (now == effective[rule]) {
            return;
        }
        effective[rule] = now;
        int sign = now ? 1 : -1;
        alliance += sign * model.alliance(rule);
        partnership += sign * model.partnership(rule);
        if (index.ceilings[rule] != RuleIndex.NONE) {
            ceilings[index.ceilings[rule]] += sign;
        }
        pacts += index.pacts[rule] ? sign : 0;
    }

    boolean[] satisfied() {
        return satisfied.clone();
    }

    /** Whether an effective rule makes an alliance formal. */
    boolean hasPledge() {
        return pacts > 0 || hasCeiling(CeilingKind.DECISION) || hasCeiling(CeilingKind.WORKING_PACT);
    }

    boolean hasCeiling(CeilingKind kind) {
        return ceilings[kind.ordinal()] > 0;
    }

    int partnership() {
        return partnership;
    }

    /** The ceilings that apply, in order of application. */
    private List<Ceiling> ceilings() {
        List<Ceiling> applied = new ArrayList<>(2);
        for (int kind : new int[] {lift(), INCIDENT}) {
            Ceiling ceiling = kind < 0 || ceilings[kind] == 0 ? null : index.byKind[kind];
            if (ceiling != null) {
                applied.add(ceiling);
            }
        }
        return applied;
    }

    /** The last of the first four kinds of ceilings that an effective rule applies; negative if none does. */
    private int lift() {
        int last = INCIDENT - 1;
        while (last >= 0 && ceilings[last] == 0) {
            last--;
        }
        return last;
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
        int lift = lift();
        result = lift < 0 ? result : index.under(lift, result);
        return ceilings[INCIDENT] > 0 ? index.under(INCIDENT, result) : result;
    }

    ScoringOutcome outcome(Points base) {
        Points sum = new Points(alliance);
        return new ScoringOutcome(
                effective.clone(),
                sum,
                base.plus(sum),
                ceilings(),
                result(base),
                new Points(partnership),
                hasCeiling(CeilingKind.SWITCH));
    }
}
