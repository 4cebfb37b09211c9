package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.Share;
import entente.analysis.track.Edition;
import entente.analysis.track.Edition.StatementChange;
import entente.analysis.track.Statement;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.Since;
import entente.report.briefing.BriefingWriter.Basis;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A change of the likelihood in percentage points, and the readings that account for it. */
final class ChangeText {

    /** Readings that one share names. */
    private static final int MOST_NAMED = 2;

    /** Shares that one sentence lists; the others are one amount. */
    private static final int MOST_SHARES = 3;

    private final ScenarioContrast contrast;
    private final Assessment now;
    private final Figures figures;

    /** The change in tenths of a percentage point. */
    private final int tenths;

    ChangeText(ScenarioContrast contrast, Figures figures) {
        this.contrast = contrast;
        this.now = contrast.after();
        this.figures = figures;
        this.tenths = contrast.attribution().tenths();
    }

    /** The change from the scenario that this one changes. */
    Judgement judgement() {
        Scenario base = contrast.before().scenario();
        String compared =
                base.id().equals(now.scenario().id()) ? "the readings before the change," : "“" + base.title() + "”,";
        String lead = Wording.capitalized(VerdictSentences.bestEstimates(contrast.before(), now) + "compared with "
                + compared + " the likelihood ");
        return tenths == 0
                ? new Judgement(lead + "stays the same", ": " + figures.of(now.likelihood()) + ".")
                : new Judgement(
                        lead + (tenths < 0 ? "falls by " : "rises by ") + size(), ", " + ends() + "." + shares(""));
    }

    private String count() {
        int readings = contrast.readings().size();
        return readings == 0 ? "assumptions changed" : Wording.plural(readings, "reading") + " changed";
    }

    /** The readings behind the largest share of the change, or else that some changed. */
    private String main() {
        return moved().filter(share -> Integer.signum(share.rounded()) == Integer.signum(tenths))
                .findFirst()
                .map(share -> (moved().count() == 1 ? "through " : "among others through ") + names(share, "went"))
                .orElse("as " + count());
    }

    String size() {
        return Wording.tenths(Math.abs(tenths)) + " percentage points";
    }

    private boolean showsDifference() {
        return figures.showsDifference(contrast.before().likelihood(), now.likelihood());
    }

    private String ends() {
        Percent before = contrast.before().likelihood();
        boolean whole = showsDifference();
        return "from " + figures.of(before, whole) + " to " + figures.of(now.likelihood(), whole);
    }

    /**
     * The largest shares, which with what is left add up to the change.
     *
     * @param verb introduces what a reading was and is; empty where that is said elsewhere
     */
    String shares(String verb) {
        List<Share> shares = moved().limit(MOST_SHARES).toList();
        List<String> named = new ArrayList<>();
        shares.forEach(share -> named.add(Wording.shift(share.rounded()) + " from " + names(share, verb)));
        int rest = tenths - shares.stream().mapToInt(Share::rounded).sum();
        int others = (int) moved().count() - shares.size();
        if (rest != 0) {
            named.add(Wording.shift(rest) + " from "
                    + (others > 0 ? Wording.plural(others, "smaller one", "smaller ones") : "all other changes"));
        }
        return named.isEmpty() ? "" : " Of this, " + Wording.listed(named) + ".";
    }

    /** Shares that are not nothing, the largest first: of readings where they are known, else of their groups or assumptions. */
    private Stream<Share> moved() {
        return contrast.attribution().parts().stream()
                .flatMap(group -> group.parts().isEmpty() ? Stream.of(group) : group.parts().stream())
                .filter(share -> share.rounded() != 0)
                .sorted(Share.LARGEST_FIRST);
    }

    private String names(Share share, String verb) {
        List<String> changed = contrast.readings().stream()
                .filter(difference -> share.ids().contains(difference.indicator())
                        || share.ids()
                                .contains(now.indicator(difference.indicator()).group()))
                .map(difference -> text(difference, verb))
                .toList();
        return changed.isEmpty() ? "changed assumptions" : some(changed);
    }

    /** The first of several, and how many more there are. */
    private static String some(List<String> texts) {
        return String.join("; ", texts.subList(0, Math.min(MOST_NAMED, texts.size())))
                + (texts.size() > MOST_NAMED ? "; and " + Wording.count(texts.size() - MOST_NAMED) + " more" : "");
    }

    private String text(ReadingDifference difference, String verb) {
        MeasureText measure = new MeasureText(now.indicator(difference.indicator()));
        String before = measure.reading(difference.before());
        String after = measure.reading(difference.after());
        return "“" + measure.indicator().shortLabel() + "”"
                + (verb.isEmpty()
                        ? ""
                        : before.equals(after)
                                ? ", whose range or status changed"
                                : ", which " + verb + " from " + before + " to " + after);
    }

    /**
     * What has changed since the previous edition, under the present rules.
     *
     * @param restated whether the bottom line says that the figure is unchanged: then both ends, if only a decimal tells them
     *     apart, are not given
     */
    private String since(boolean restated) {
        if (tenths != 0) {
            return " the likelihood has " + (tenths < 0 ? "fallen" : "risen") + " by " + size()
                    + (restated && !showsDifference() ? "" : ", " + ends()) + "." + shares("went") + otherEvent();
        }
        String likelihood = figures.of(now.likelihood());
        List<String> changed = contrast.readings().stream()
                .map(difference -> text(difference, "went"))
                .toList();
        return changed.isEmpty()
                ? " nothing has changed: the likelihood stays at " + likelihood + "."
                : " the likelihood has stayed at " + likelihood + ", although "
                        + Wording.plural(changed.size(), "reading") + " changed: " + some(changed) + "." + otherEvent();
    }

    /** Likelihoods of two events are not one figure that moved: the earlier year is named. */
    private String otherEvent() {
        String before = VerdictSentences.horizon(contrast.before().scenario());
        return before.equals(VerdictSentences.horizon(now.scenario()))
                ? ""
                : " That edition judged an alliance " + before + ".";
    }

    /**
     * What changed since the previous edition: of what was published, for the bottom line, and under the present rules, with the
     * readings that account for it.
     */
    static final class SinceText {

        private final Basis basis;
        private final Optional<ChangeText> text;
        private final boolean rulesChanged;

        SinceText(Basis basis) {
            this.basis = basis;
            this.text = basis.previous()
                    .map(previous ->
                            new ChangeText(previous.contrast(), basis.stated().figures()));
            this.rulesChanged = basis.last()
                    .filter(last -> !last.provenance()
                            .rules()
                            .sha256()
                            .equals(basis.assessment().provenance().rules().sha256()))
                    .isPresent();
        }

        /** What is new against the previous edition, of which the bottom line speaks first; empty for the first edition. */
        Optional<StatementChange> change() {
            return basis.last().map(this::change);
        }

        private StatementChange change(Edition last) {
            Statement before = last.statement();
            VerdictSentences now = verdict(basis.assessment());
            boolean same = Basis.isRestated(last, now);
            String figure = Wording.plain(same ? now.figure() : basis.stated().figure());
            boolean points = !now.isIntervalFirst() && before.lowest().equals(before.highest());
            String verb = verb(before, now);
            String begin = same ? "unchanged at " + figure : verb + " from " + before.figure();
            String end = same ? "" : " to " + figure;
            LocalDate date = before.asOf().orElseGet(() -> LocalDate.ofInstant(last.issued(), ZoneOffset.UTC));
            String edition = "edition " + last.id().number() + ", " + Wording.date(date);
            return new StatementChange(
                    begin + end,
                    Wording.plain(Wording.capitalized(begin) + (same ? " since " + edition : " (" + edition + ")") + end
                            + reason(same, points) + "."));
        }

        /** From the published ends, which are the same for a likelihood. */
        private String verb(Statement before, VerdictSentences now) {
            Percent likelihood = basis.assessment().likelihood();
            int low = now.interval().map(Interval::low).orElse(likelihood).compareTo(before.lowest());
            int high = now.interval().map(Interval::high).orElse(likelihood).compareTo(before.highest());
            boolean rated = now.isRated()
                    && text.map(change -> verdict(change.contrast.before()).isRated())
                            .orElse(true);
            return !rated || low * high <= 0 ? "changed" : low < 0 ? "fallen" : "risen";
        }

        private VerdictSentences verdict(Assessment assessment) {
            return new VerdictSentences(assessment, basis.scale());
        }

        /**
         * Why the statement is another one, or what changed although it is the same: changed rules and changed readings are told
         * apart.
         *
         * @param same whether it is the same
         * @param points whether both state likelihoods, whose change has shares
         */
        private String reason(boolean same, boolean points) {
            String conjunction = same ? ", although " : ", because ";
            if (text.isEmpty()) {
                return conjunction + "the rules have changed, which the readings of that edition do not fit";
            }
            ChangeText change = text.get();
            boolean unchanged = change.contrast.isEmpty();
            if (rulesChanged && unchanged) {
                return conjunction + "the rules have changed; no reading has";
            }
            if (rulesChanged) {
                return conjunction + "rules and readings have changed"
                        + (same
                                ? ""
                                : ": under the present rules the readings of that edition give "
                                        + verdict(change.contrast.before()).figure());
            }
            if (unchanged) {
                return same ? ": nothing has changed" : ", because the program has changed; no reading and no rule has";
            }
            return same ? ", although " + change.count() : ", " + (points ? change.main() : "as " + change.count());
        }

        /** The likelihoods under the present rules, and the shares of the readings. */
        Optional<Since> since() {
            return basis.last()
                    .map(last -> text.map(change -> new Since(
                                    lead(last.id().number(), change.contrast),
                                    change.since(!rulesChanged && Basis.isRestated(last, verdict(basis.assessment())))
                                            + (rulesChanged
                                                    ? " Both figures are under the present rules, which have changed since. "
                                                            + said(last)
                                                    : "")))
                            .orElseGet(() -> new Since(
                                    "Since edition " + last.id().number(),
                                    " the change is not computed: the scenario of that edition does not fit the present rules. "
                                            + said(last))));
        }

        private static String said(Edition last) {
            return "Under the rules of that time, " + last.provenance().rules().version() + ", it stated "
                    + last.statement().figure() + ".";
        }

        private static String lead(int edition, ScenarioContrast contrast) {
            Scenario before = contrast.before().scenario();
            String dated = before.asOf()
                    .map(date -> "the edition of " + Wording.date(date))
                    .orElse("edition " + edition);
            return "Since " + dated
                    + (before.id().equals(contrast.after().scenario().id()) ? "" : ", “" + before.title() + "”,");
        }
    }
}
