package entente.quality.coverage;

import entente.model.RuleCondition;
import java.util.Optional;

/**
 * One aspect of a rule that cases should cover.
 *
 * @param condition the condition that holds or fails
 * @param claim the claim that is silenced
 * @param count number of occurrences
 */
public record CoverageItem(
        Kind kind, String rule, Optional<RuleCondition> condition, Optional<String> claim, int count) {

    public enum Kind {
        FIRED,
        SILENT,
        /** A condition holds while all others of its rule hold. */
        HELD,
        /** A condition fails on a known reading while all others of its rule hold. */
        FAILED,
        /** An override silences a claim. */
        SILENCES,
        /** A ceiling applies, whether or not the likelihood reaches its knee. */
        IN_FORCE,
        /** A ceiling takes back its share, and the likelihood stays below its limit. */
        TAKES_BACK,
        /** A ceiling caps the likelihood. */
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
