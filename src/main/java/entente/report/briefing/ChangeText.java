package entente.report.briefing;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.Share;
import entente.analysis.track.Edition;
import entente.analysis.track.Edition.StatementChange;
import entente.analysis.track.Statement;
import entente.model.Fraction;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A change of the likelihood in percentage points, and the readings that account for it. */
final class ChangeText {

    /** Readings that one share names. */
    private static final int MOST_NAMED = 2;

    /** Shares that one sentence lists; the others are one amount. */
    private static final int MOST_SHARES = 4;

    /** A reading that makes less than this part of the largest share is no driver of the change. */
    private static final int LEAST_SHARE = 5;

    private final ScenarioContrast contrast;
    private final Assessment now;
    private final Figures figures;

    /** Tenths of a percentage point that are printed as one. */
    private final int unit;

    ChangeText(ScenarioContrast contrast, Figures figures) {
        this.contrast = contrast;
        this.now = contrast.after();
        this.figures = figures;
        this.unit = figures.isWholeChange(before(), after()) ? 10 : 1;
    }

    /** The change from the scenario that this one changes. */
    static Judgement judgement(ScenarioContrast contrast, Figures figures) {
        ChangeText text = new ChangeText(contrast, figures);
        String base = text.reference();
        int tenths = contrast.attribution().tenths();
        return new Judgement(
                base + " the likelihood "
                        + (tenths == 0 ? "stays the same" : (tenths < 0 ? "falls by " : "rises by ") + text.size()),
                tenths == 0 ? ": " + figures.of(text.after()) + "." : ", " + text.ends() + "." + text.shares(""));
    }

    /** What it is compared with, as the beginning of a sentence. */
    private String reference() {
        String compared = "compared with "
                + (contrast.before()
                                .scenario()
                                .id()
                                .equals(contrast.after().scenario().id())
                        ? "the readings before the change,"
                        : "“" + contrast.before().scenario().title() + "”,");
        return Wording.capitalized(VerdictSentences.bestEstimates(contrast.before(), contrast.after()) + compared);
    }

    /** The change and the readings behind most of it, in one sentence; nothing where the likelihood stays the same. */
    static Optional<String> drivers(ScenarioContrast contrast, Figures figures) {
        ChangeText text = new ChangeText(contrast, figures);
        int tenths = contrast.attribution().tenths();
        List<Share> same = text.largestFirst()
                .filter(share -> share.exact().signum() == Integer.signum(tenths))
                .toList();
        int most = text.clearlyLargest(same);
        int largest = text.moved().findFirst().map(Share::rounded).orElse(0);
        List<String> with = same.stream()
                .filter(share -> share.rounded() != 0 && Math.abs(share.rounded()) * LEAST_SHARE >= Math.abs(largest))
                .limit(most == 0 ? MOST_NAMED : most)
                .map(share -> text.names(share, ""))
                .toList();
        return with.isEmpty()
                ? Optional.empty()
                : Optional.of(text.reference() + " the likelihood " + (tenths < 0 ? "falls " : "rises ") + text.ends()
                        + (most == 0 ? ", among others" : ", most of all") + " through " + String.join(" and ", with)
                        + ".");
    }

    /** How many of the first shares, but few, are larger than every other one by more than rounding hides; 0 for none. */
    private int clearlyLargest(List<Share> shares) {
        int most = Math.min(MOST_NAMED, shares.size());
        while (most > 0 && most < shares.size() && !isClearlyLarger(shares.get(most - 1), shares.get(most))) {
            most--;
        }
        return most;
    }

    private boolean isClearlyLarger(Share one, Share other) {
        return one.exact().abs().compareTo(other.exact().abs().plus(Fraction.of(unit))) >= 0;
    }

    /** Whether no reading and no assumption is another one. */
    boolean isUnchanged() {
        return changes() == 0;
    }

    /** How many readings are others. */
    String count() {
        int readings = (int) differing(contrast).count();
        return readings == 0 ? "assumptions changed" : Wording.plural(readings, "reading") + " changed";
    }

    /** The reading or two behind most of the change, or else that others changed. */
    String main() {
        int tenths = contrast.attribution().tenths();
        int largest = moved().findFirst().map(Share::rounded).orElse(0);
        List<String> main = moved().filter(share -> Integer.signum(share.rounded()) == Integer.signum(tenths))
                .filter(share -> Math.abs(share.rounded()) * LEAST_SHARE >= Math.abs(largest))
                .limit(MOST_NAMED)
                .map(share -> names(share, "went"))
                .toList();
        return main.isEmpty() ? "as " + count() : "most of all through " + String.join(", and ", main);
    }

    private int changes() {
        return Math.max((int) differing(contrast).count(), changes(parts().toList()));
    }

    /** The change without its direction. */
    String size() {
        return BigDecimal.valueOf(Math.abs(rounded(contrast.attribution().tenths())), unit > 1 ? 0 : 1)
                + " percentage points";
    }

    String ends() {
        return "from " + figure(before()) + " to " + figure(after());
    }

    private Percent before() {
        return contrast.before().verdict().likelihood();
    }

    private Percent after() {
        return contrast.after().verdict().likelihood();
    }

    private String figure(Percent percent) {
        return figures.of(percent, unit > 1);
    }

    /**
     * The largest shares, until all others make less together than each of them, but few; these add up to the change.
     *
     * @param verb introduces what a reading was and is; empty where that is said elsewhere
     */
    String shares(String verb) {
        List<Share> moved = moved().sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.rounded())))
                .toList();
        int count = leading(moved);
        List<Integer> printed = apportioned(moved.subList(0, count));
        while (count > 0 && printed.get(count - 1) == 0) {
            count--;
            printed = apportioned(moved.subList(0, count));
        }
        List<String> named = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            named.add(printed(printed.get(at)) + " from " + names(moved.get(at), verb));
        }
        int rest = printed.get(count);
        int others = changes(parts().toList()) - changes(moved.subList(0, count));
        if (others > 0 && rest != 0) {
            named.add(printed(rest) + " from the other "
                    + (others == 1 ? "change" : Wording.plural(others, "change") + " together"));
        }
        return named.isEmpty() ? "" : " Of this, " + Wording.listed(named) + ".";
    }

    /** Readings that changed; a share of anything else is one change. */
    private int changes(List<Share> shares) {
        return shares.stream()
                .mapToInt(share -> Math.max(1, (int) changed(share).count()))
                .sum();
    }

    /** How many of the shares are named. */
    private int leading(List<Share> moved) {
        int rest = contrast.attribution().tenths();
        int count = 0;
        while (count < Math.min(moved.size(), MOST_SHARES)
                && (count < MOST_NAMED
                        || Math.abs(rest) >= Math.abs(moved.get(count - 1).rounded()))) {
            rest -= moved.get(count).rounded();
            count++;
        }
        return count;
    }

    /**
     * The shares and, as the last one, all others together, in printed units that add up to the printed change: each is rounded down or
     * up, those with the largest remainders up, so that no order is reversed.
     */
    private List<Integer> apportioned(List<Share> named) {
        int tenths = contrast.attribution().tenths();
        int rest = tenths - named.stream().mapToInt(Share::rounded).sum();
        List<Integer> parts = Stream.concat(named.stream().map(Share::rounded), Stream.of(rest))
                .toList();
        List<Integer> printed = new ArrayList<>(
                parts.stream().map(part -> Math.floorDiv(part, unit)).toList());
        int missing =
                rounded(tenths) - printed.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> -Math.floorMod(parts.get(at), unit)))
                .limit(missing)
                .forEach(at -> printed.set(at, printed.get(at) + 1));
        return printed;
    }

    /** Shares that are not nothing, the largest first. */
    private Stream<Share> moved() {
        return largestFirst().filter(share -> share.rounded() != 0);
    }

    private Stream<Share> largestFirst() {
        return parts().sorted(
                        Comparator.comparing((Share share) -> share.exact().abs())
                                .reversed());
    }

    private int rounded(int tenths) {
        return unit > 1 ? Figures.whole(tenths) : tenths;
    }

    /** A rounded amount with its sign. */
    private String printed(int rounded) {
        return Wording.signed(BigDecimal.valueOf(rounded, unit > 1 ? 0 : 1));
    }

    /** Readings where their shares are known, else their groups or assumptions. */
    private Stream<Share> parts() {
        return contrast.attribution().shares().stream()
                .flatMap(half -> half.parts().stream())
                .flatMap(group -> group.parts().isEmpty() ? Stream.of(group) : group.parts().stream());
    }

    private String names(Share share, String verb) {
        List<String> changed =
                changed(share).map(difference -> text(difference, now, verb)).toList();
        return changed.isEmpty() ? "changed assumptions" : some(changed);
    }

    private Stream<ReadingDifference> changed(Share share) {
        return differing(contrast)
                .filter(difference -> share.ids().contains(difference.indicator())
                        || share.ids()
                                .contains(now.catalogue()
                                        .indicator(difference.indicator())
                                        .group()));
    }

    /** The first of several, and how many more there are. */
    static String some(List<String> texts) {
        return String.join("; ", texts.subList(0, Math.min(MOST_NAMED, texts.size())))
                + (texts.size() > MOST_NAMED ? "; and " + Wording.count(texts.size() - MOST_NAMED) + " more" : "");
    }

    static Stream<ReadingDifference> differing(ScenarioContrast contrast) {
        return contrast.readings().stream().filter(ReadingDifference::differs);
    }

    static String text(ReadingDifference difference, Assessment now, String verb) {
        Indicator indicator = now.catalogue().indicator(difference.indicator());
        String before = value(indicator, difference.before());
        String after = value(indicator, difference.after());
        return "“" + indicator.shortLabel() + "”"
                + (verb.isEmpty()
                        ? ""
                        : before.equals(after)
                                ? ", whose range or status changed"
                                : ", which " + verb + " from " + before + " to " + after);
    }

    private static String value(Indicator indicator, Reading reading) {
        return new MeasureText(indicator).reading(reading);
    }

    /**
     * What changed since the previous edition: of what was published, for the bottom line, and under the present rules, with the
     * readings that account for it.
     */
    static final class SinceText {

        private final Basis basis;
        private final Figures figures;
        private final boolean rulesChanged;

        SinceText(Basis basis) {
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
                return new Stated(statement.figure(), statement.lowest(), statement.highest(), statement.likelihood());
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
                boolean apart = Figures.ICD203.apart(best, now.best);
                String from = Figures.ICD203.onScale(best, apart);
                String to = Figures.ICD203.onScale(now.best, apart);
                return !verdicts || (isPoint() && now.isPoint()) || from.equals(to)
                        ? ""
                        : ", best estimate " + (now.best.compareTo(best) < 0 ? "fallen" : "risen") + " from " + from
                                + " to " + to;
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
            return basis.last().map(this::change);
        }

        private StatementChange change(Edition last) {
            VerdictSentences verdict = verdict(basis.assessment());
            Stated now = Stated.of(verdict);
            Stated before = Stated.of(last.statement());
            boolean verdicts = verdict.isRated()
                    && basis.previous()
                            .map(previous ->
                                    verdict(previous.contrast().before()).isRated())
                            .orElse(true);
            LocalDate date =
                    last.statement().asOf().orElseGet(() -> LocalDate.ofInstant(last.issued(), ZoneOffset.UTC));
            String edition = "edition " + last.id().number() + ", " + Wording.date(date);
            String best = before.bestEstimate(now, verdicts);
            Optional<String> verb = before.verb(now, verdicts);
            String reason = best
                    + reason(verb.isEmpty() && best.isEmpty(), (before.isPoint() && now.isPoint()) || !best.isEmpty());
            String from = before.figure();
            String to = now.figure();
            return verb.isEmpty()
                    ? change("unchanged at " + to, "", " since " + edition, best, reason)
                    : verdicts && !before.isLike(now)
                            ? change("now " + to + " instead of " + from, "", " (" + edition + ")", best, reason)
                            : change(verb.get() + " from " + from, " to " + to, " (" + edition + ")", best, reason);
        }

        /** @param edition follows the beginning where the text is a sentence of its own */
        private static StatementChange change(String begin, String end, String edition, String best, String reason) {
            return new StatementChange(
                    Wording.plain(begin + end + best),
                    Wording.plain(Wording.capitalized(begin) + edition + end + reason + "."));
        }

        private VerdictSentences verdict(Assessment assessment) {
            return new VerdictSentences(assessment, basis.scale());
        }

        /**
         * Why the statement is another one, or what changed although it is the same: changed rules and changed readings are told
         * apart.
         *
         * @param same whether it is the same
         * @param points whether likelihoods or best estimates differ, whose change has shares
         */
        private String reason(boolean same, boolean points) {
            String conjunction = same ? ", although " : ", because ";
            if (basis.previous().isEmpty()) {
                return conjunction + "the rules have changed, which the readings of that edition do not fit";
            }
            ScenarioContrast contrast = basis.previous().get().contrast();
            ChangeText text = new ChangeText(contrast, figures);
            if (rulesChanged && text.isUnchanged()) {
                return conjunction + "the rules have changed; no reading has";
            }
            if (rulesChanged) {
                return conjunction + "rules and readings have changed"
                        + (same
                                ? ""
                                : ": under the present rules the readings of that edition give "
                                        + Wording.plain(
                                                verdict(contrast.before()).figure()));
            }
            if (text.isUnchanged()) {
                return same ? ": nothing has changed" : ", because the program has changed; no reading and no rule has";
            }
            return same ? ", although " + text.count() : points ? ", " + text.main() : ", as " + text.count();
        }

        /** The likelihoods under the present rules, and the shares of the readings. */
        Optional<Since> since() {
            return basis.last()
                    .map(last -> basis.previous()
                            .map(previous -> since(last, previous.contrast()))
                            .orElseGet(() -> new Since(
                                    "Since edition " + last.id().number(),
                                    " the change is not computed: the scenario of that edition does not fit the present rules. "
                                            + said(last))));
        }

        private Since since(Edition last, ScenarioContrast contrast) {
            return new Since(
                    lead(last.id().number(), contrast),
                    moved(contrast)
                            + (rulesChanged
                                    ? " Both figures are under the present rules, which have changed since. "
                                            + said(last)
                                    : ""));
        }

        private static String said(Edition last) {
            return "Under the rules of that time, " + last.provenance().rulesVersion() + ", it stated "
                    + last.statement().figure() + ".";
        }

        private String moved(ScenarioContrast contrast) {
            int tenths = contrast.attribution().tenths();
            if (tenths != 0) {
                ChangeText text = new ChangeText(contrast, figures);
                return " the likelihood has " + (tenths < 0 ? "fallen" : "risen") + " by " + text.size() + ", "
                        + text.ends() + "." + text.shares("went") + otherEvent(contrast);
            }
            String before = figures.of(contrast.before().verdict().likelihood());
            List<String> changed = differing(contrast)
                    .map(difference -> text(difference, basis.assessment(), "went"))
                    .toList();
            return changed.isEmpty()
                    ? " nothing has changed: the likelihood stays at " + before + "."
                    : " the likelihood has stayed at " + before + ", although "
                            + Wording.plural(changed.size(), "reading") + " changed: " + some(changed) + "."
                            + otherEvent(contrast);
        }

        private static String lead(int edition, ScenarioContrast contrast) {
            Scenario before = contrast.before().scenario();
            String dated = before.asOf()
                    .map(date -> "the edition of " + Wording.date(date))
                    .orElse("edition " + edition);
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
}
