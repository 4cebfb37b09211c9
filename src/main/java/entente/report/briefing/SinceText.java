package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Since;
import entente.report.briefing.BriefingBasis.Previous;
import entente.report.wording.DateText;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;

/** What changed since the previous edition, and the reading that accounts for most of it. */
final class SinceText {

    private SinceText() {}

    static Since of(Previous previous, Assessment now, Figures figures) {
        ScenarioContrast contrast = previous.contrast();
        String lead = lead(previous.edition(), contrast);
        int tenths = contrast.attribution().tenths();
        if (tenths != 0) {
            ChangeText text = new ChangeText(contrast, figures);
            return new Since(
                    lead,
                    " the likelihood has " + (tenths < 0 ? "fallen" : "risen") + " by " + text.size() + ", "
                            + text.ends() + "." + text.shares("went") + otherEvent(contrast));
        }
        String before = figures.of(contrast.before().verdict().likelihood());
        List<String> changed = ChangeText.differing(contrast)
                .map(difference -> ChangeText.text(difference, now, "went"))
                .toList();
        return new Since(
                lead,
                changed.isEmpty()
                        ? " nothing has changed: the likelihood stays at " + before + "."
                        : " the likelihood has stayed at " + before + ", although "
                                + Wording.plural(changed.size(), "reading") + " changed: " + ChangeText.some(changed)
                                + "." + otherEvent(contrast));
    }

    private static String lead(int edition, ScenarioContrast contrast) {
        Scenario before = contrast.before().scenario();
        String dated =
                before.asOf().map(date -> "the edition of " + DateText.of(date)).orElse("edition " + edition);
        return "Since " + dated
                + (before.id().equals(contrast.after().scenario().id()) ? "" : ", “" + before.title() + "”,");
    }

    /** Likelihoods of two events are not one figure that moved: the earlier year is named. */
    private static String otherEvent(ScenarioContrast contrast) {
        String before = VerdictSentences.horizon(contrast.before().scenario());
        return before.equals(VerdictSentences.horizon(contrast.after().scenario()))
                ? ""
                : " That edition judged an alliance " + before + ".";
    }
}
