package entente.report.briefing;

import entente.analysis.track.Edition;
import entente.model.assessment.Provenance;
import entente.report.briefing.Briefing.Since;
import entente.report.wording.Wording;
import java.util.Optional;

/** Makes a briefing an edition after another one of the archive, whose rules may have been others. */
public final class EditionNote {

    private EditionNote() {}

    /**
     * The briefing with its number, and with what its comparison leaves out.
     *
     * @param now provenance of the briefing
     */
    public static Briefing of(Briefing briefing, Edition last, Provenance now) {
        Optional<Since> since = briefing.since();
        if (since.isEmpty()) {
            since = Optional.of(new Since(
                    "Since edition " + last.id().number(),
                    " the change is not computed: the scenario of that edition does not fit the present rules. "
                            + said(last)));
        } else if (!last.provenance().rulesSha256().equals(now.rulesSha256())) {
            Since computed = since.get();
            since = Optional.of(new Since(
                    computed.lead(),
                    computed.text() + " Both figures are under the present rules, which have changed since. "
                            + said(last)));
        }
        Briefing edition = briefing.withEdition(last.id().number() + 1).withSince(since);
        BriefingCheck.check(edition);
        return edition;
    }

    private static String said(Edition last) {
        return "Under the rules of that time, " + last.provenance().rulesVersion() + ", it stated "
                + Wording.percent(last.statement().likelihood()) + ".";
    }
}
