package entente.quality.coverage;

import entente.model.RuleCondition;
import java.util.Optional;

/**
 * One thing that cases should show of a rule.
 *
 * @param condition the one that holds or fails
 * @param claim the one that is silenced
 * @param times how often it was seen
 */
public record CoverageItem(
        Kind kind, String rule, Optional<RuleCondition> condition, Optional<String> claim, int count) {

    /** What is to be seen. */
    public enum Kind {
        FIRED,
        SILENT,
        /** A condition holds while all others of its rule hold. */
        HELD,
        /** A condition fails on a known reading while all others of its rule hold. */
        FAILED,
        /** An override silences a claim. */
        SILENCES,
        /** A ceiling counts. */
        IN_FORCE,
        /** A ceiling takes back its share. */
        TAKES_BACK,
        /** A ceiling stops the likelihood. */
        AT_LIMIT
    }

    static CoverageItem of(Kind kind, String rule, int times) {
        return new CoverageItem(kind, rule, Optional.empty(), Optional.empty(), times);
    }

    static CoverageItem of(Kind kind, String rule, RuleCondition condition, int times) {
        return new CoverageItem(kind, rule, Optional.of(condition), Optional.empty(), times);
    }

    static CoverageItem of(String rule, String claim, int times) {
        return new CoverageItem(Kind.SILENCES, rule, Optional.empty(), Optional.of(claim), times);
    }

    public boolean isCovered() {
        return count > 0;
    }
}
