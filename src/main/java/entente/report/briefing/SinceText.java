package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.track.Edition;
import entente.analysis.track.Statement;
import entente.analysis.track.StatementChange;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.report.briefing.Briefing.Since;
import entente.report.briefing.BriefingBasis.Previous;
import entente.report.wording.DateText;
import entente.report.wording.EditionSentences;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What changed since the previous edition: of what was published, for the bottom line, and under the present rules, with the
 * readings that account for it.
 */
final class SinceText {

    private final BriefingBasis basis;
    private final Figures figures;
    private final boolean rulesChanged;

    SinceText(BriefingBasis basis) {
        this.basis = basis;
        this.figures = new Figures(basis.scale());
        this.rulesChanged = basis.last()
                .filter(last -> !last.provenance()
                        .rulesSha256()
                        .equals(basis.assessment().provenance().rulesSha256()))
                .isPresent();
    }

    /** A verdict as it was published: its short form, its ends, which are the same for a likelihood, and its best estimate. */
    private record Stated(String figure, Percent low, Percent high, Percent best) {

        static Stated of(Statement statement) {
            return new Stated(
                    EditionSentences.figure(statement),
                    statement.lowest(),
                    statement.highest(),
                    statement.likelihood());
        }

        static Stated of(VerdictSentences verdict) {
            Percent likelihood = verdict.assessment().verdict().likelihood();
            return new Stated(
                    Wording.plain(verdict.figure()),
                    verdict.interval().map(Interval::low).orElse(likelihood),
                    verdict.interval().map(Interval::high).orElse(likelihood),
                    likelihood);
        }

        boolean isPoint() {
            return low.equals(high);
        }

        /** How the best estimate behind an interval moved; empty where none is stated or it stays. */
        String bestEstimate(Stated now, boolean verdicts) {
            String from = Wording.percentOnScale(best);
            String to = Wording.percentOnScale(now.best);
            return !verdicts || (isPoint() && now.isPoint()) || from.equals(to)
                    ? ""
                    : "best estimate " + (now.best.compareTo(best) < 0 ? "fallen" : "risen") + " from " + from + " to "
                            + to;
        }

        /** Whether both are likelihoods or both are intervals, so that one can be said to have become the other. */
        boolean isLike(Stated now) {
            return isPoint() == now.isPoint();
        }

        /** How this one became the later one; empty if both are the same as printed. */
        Optional<String> verb(Stated now, boolean verdicts) {
            int low = now.low.compareTo(low());
            int high = now.high.compareTo(high());
            if (now.figure.equals(figure)) {
                return Optional.empty();
            }
            if (!verdicts) {
                return Optional.of("changed");
            }
            // Where one end stays, the interval is a part of the other.
            return Optional.of(
                    low > 0 && high > 0
                            ? "risen"
                            : low < 0 && high < 0 ? "fallen" : low >= 0 && high <= 0 ? "narrowed" : "widened");
        }
    }

    /** What is new against the previous edition, of which the bottom line speaks first; empty for the first edition. */
    Optional<StatementChange> change() {
        if (basis.previous().isEmpty() && basis.last().isEmpty()) {
            return Optional.empty();
        }
        VerdictSentences verdict = verdict(basis.assessment());
        Stated now = Stated.of(verdict);
        Optional<VerdictSentences> recomputed =
                basis.previous().map(previous -> verdict(previous.contrast().before()));
        Stated before = basis.last()
                .map(last -> Stated.of(last.statement()))
                .orElseGet(() -> Stated.of(recomputed.orElseThrow()));
        boolean verdicts =
                verdict.isRated() && recomputed.map(VerdictSentences::isRated).orElse(true);
        String edition = "edition " + (basis.edition() - 1)
                + date().map(date -> ", " + DateText.of(date)).orElse("");
        String best = before.bestEstimate(now, verdicts);
        String withBest = best.isEmpty() ? "" : ", " + best;
        String reason = reason((before.isPoint() && now.isPoint()) || !best.isEmpty());
        StatementChange change = before.verb(now, verdicts)
                .map(verb -> verdicts && !before.isLike(now)
                        ? new StatementChange(
                                "now " + now.figure() + " instead of " + before.figure() + withBest,
                                "Now " + now.figure() + " instead of " + before.figure() + " (" + edition + ")"
                                        + withBest + ", " + reason + ".")
                        : new StatementChange(
                                verb + " from " + before.figure() + " to " + now.figure() + withBest,
                                Wording.capitalized(verb) + " from " + before.figure() + " (" + edition + ") to "
                                        + now.figure() + withBest + ", " + reason + "."))
                .orElseGet(() -> new StatementChange(
                        "unchanged at " + now.figure() + withBest,
                        "Unchanged at " + now.figure() + " since " + edition
                                + (best.isEmpty() ? although() : withBest + ", " + reason) + "."));
        return Optional.of(new StatementChange(Wording.plain(change.brief()), Wording.plain(change.text())));
    }

    private VerdictSentences verdict(Assessment assessment) {
        return new VerdictSentences(assessment, basis.scale());
    }

    /** The date of the previous edition's scenario, or else of its issue. */
    private Optional<LocalDate> date() {
        return basis.last()
                .map(last ->
                        last.statement().asOf().orElseGet(() -> LocalDate.ofInstant(last.issued(), ZoneOffset.UTC)))
                .or(() -> basis.previous()
                        .flatMap(previous ->
                                previous.contrast().before().scenario().asOf()));
    }

    /**
     * Why the statement is another one: changed rules and changed readings are told apart.
     *
     * @param points whether likelihoods or best estimates differ, whose change has shares
     */
    private String reason(boolean points) {
        if (basis.previous().isEmpty()) {
            return "because the rules have changed, which the readings of that edition do not fit";
        }
        ScenarioContrast contrast = basis.previous().get().contrast();
        ChangeText text = new ChangeText(contrast, figures);
        if (rulesChanged) {
            return text.isUnchanged()
                    ? "because the rules have changed; no reading has"
                    : "because rules and readings have changed: under the present rules the readings of that edition give "
                            + Wording.plain(verdict(contrast.before()).figure());
        }
        return text.isUnchanged()
                ? "because the program has changed; no reading and no rule has"
                : points ? text.main() : "as " + text.count();
    }

    /** What changed although the statement is the same. */
    private String although() {
        if (basis.previous().isEmpty()) {
            return ", although the rules have changed, which the readings of that edition do not fit";
        }
        ChangeText text = new ChangeText(basis.previous().get().contrast(), figures);
        if (rulesChanged) {
            return text.isUnchanged()
                    ? ", although the rules have changed; no reading has"
                    : ", although rules and readings have changed";
        }
        return text.isUnchanged() ? ": nothing has changed" : ", although " + text.count();
    }

    /** The likelihoods under the present rules, and the shares of the readings. */
    Optional<Since> since() {
        Optional<Edition> last = basis.last();
        if (basis.previous().isEmpty()) {
            return last.map(edition -> new Since(
                    "Since edition " + edition.id().number(),
                    " the change is not computed: the scenario of that edition does not fit the present rules. "
                            + said(edition)));
        }
        Since computed = of(basis.previous().get());
        return Optional.of(
                rulesChanged
                        ? new Since(
                                computed.lead(),
                                computed.text()
                                        + " Both figures are under the present rules, which have changed since. "
                                        + said(last.orElseThrow()))
                        : computed);
    }

    private static String said(Edition last) {
        return "Under the rules of that time, " + last.provenance().rulesVersion() + ", it stated "
                + EditionSentences.figure(last.statement()) + ".";
    }

    private Since of(Previous previous) {
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
                .map(difference -> ChangeText.text(difference, basis.assessment(), "went"))
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
