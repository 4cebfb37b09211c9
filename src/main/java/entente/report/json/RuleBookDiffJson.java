package entente.report.json;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.rule.Rule;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiff.ParameterChange;
import entente.quality.diff.RuleBookDiff.RuleEdit;
import entente.quality.diff.RuleBookDiff.VerdictChange;
import entente.report.json.ScenarioVerdict.ShortVerdict;
import java.util.List;

/** The difference between two rule books as JSON. */
public record RuleBookDiffJson(
        RuleBookVersion first,
        RuleBookVersion second,
        @Described("Rules of the second book only.") List<Rule> added,
        @Described("Rules of the first book only.") List<Rule> removed,
        List<EditedRule> changed,

        @Described("Numbers that differ, as text; a dash where a book has none.")
        List<ParameterChange> figures,

        @Described("Verdicts that flip first, then the largest shift of likelihood.")
        List<VerdictUnderBoth> scenarios) {

    public static final ResultDocument<RuleBookDiff> DOCUMENT = new ResultDocument<>(
            "rules-diff",
            "difference of rule books",
            "What entente rules diff --format json writes: how two rule books differ, and the verdicts under each.",
            RecordType.of(RuleBookDiffJson.class, RuleBookDiffJson::of));

    private static RuleBookDiffJson of(RuleBookDiff diff) {
        return new RuleBookDiffJson(
                RuleBookVersion.of(diff.first()),
                RuleBookVersion.of(diff.second()),
                diff.added(),
                diff.removed(),
                diff.changed().stream()
                        .map(edit -> new EditedRule(edit.after().id(), edit.fields(), edit.before(), edit.after()))
                        .toList(),
                diff.parameters(),
                diff.verdicts().stream().map(VerdictUnderBoth::of).toList());
    }

    record EditedRule(
            @Described(kind = Kind.ID) String rule,
            @Described("Fields that differ.") List<RuleEdit.Field> fields,
            Rule before,
            Rule after) {}

    record VerdictUnderBoth(
            @Described(kind = Kind.ID) String scenario,
            @Described(kind = Kind.DIGEST) String sha256,

            @Described("Whether band or relationship differ.")
            boolean flips,

            ShortVerdict before,
            ShortVerdict after) {

        private static VerdictUnderBoth of(VerdictChange change) {
            return new VerdictUnderBoth(
                    change.before().scenario().id(),
                    change.before().scenario().sha256(),
                    change.flips(),
                    ShortVerdict.of(change.before()),
                    ShortVerdict.of(change.after()));
        }
    }
}
