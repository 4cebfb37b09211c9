package entente.report.briefing;

import entente.analysis.attribution.Share;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Since;
import entente.report.briefing.BriefingBasis.Previous;
import entente.report.wording.MeasureText;
import entente.report.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed since the previous edition, and the reading that accounts for most of it. */
final class SinceText {

    private SinceText() {}

    static Since of(Previous previous, Assessment now) {
        ScenarioContrast contrast = previous.contrast();
        String edition = contrast.before()
                .scenario()
                .asOf()
                .map(date -> "the edition of " + BriefingWriter.date(date))
                .orElse("edition " + previous.edition());
        int tenths = contrast.attribution().tenths();
        String before = Wording.percent(contrast.before().verdict().likelihood());
        String lead = "Since " + edition;
        if (tenths == 0) {
            List<String> changed =
                    differing(contrast).map(difference -> text(difference, now)).toList();
            return new Since(
                    lead,
                    changed.isEmpty()
                            ? " nothing has changed: the likelihood stays at " + before + "."
                            : " the likelihood has stayed at " + before + ", although "
                                    + Wording.plural(changed.size(), "reading") + " changed: "
                                    + String.join("; ", changed.subList(0, Math.min(2, changed.size()))) + ".");
        }
        return new Since(
                lead,
                " the likelihood has " + (tenths < 0 ? "fallen" : "risen") + " by " + Wording.tenths(Math.abs(tenths))
                        + " percentage points, from " + before + "." + driver(contrast, now));
    }

    private static Stream<ReadingDifference> differing(ScenarioContrast contrast) {
        return contrast.readings().stream().filter(ReadingDifference::differs);
    }

    /** The largest shares in either direction, and what all others make together: these add up to the change. */
    private static String driver(ScenarioContrast contrast, Assessment now) {
        List<Share> moved =
                parts(contrast).filter(share -> share.rounded() != 0).toList();
        Comparator<Share> bySize = Comparator.comparingInt(Share::rounded);
        List<Share> named = Stream.of(
                        moved.stream().max(bySize).filter(share -> share.rounded() > 0),
                        moved.stream().min(bySize).filter(share -> share.rounded() < 0))
                .flatMap(Optional::stream)
                .toList();
        if (named.isEmpty()) {
            return "";
        }
        int others = moved.size() - named.size();
        int rest = contrast.attribution().tenths()
                - named.stream().mapToInt(Share::rounded).sum();
        return " Of this, "
                + named.stream().map(share -> share(share, contrast, now)).collect(Collectors.joining(", and "))
                + (others == 0
                        ? ""
                        : ", and " + Wording.shift(rest) + " from " + Wording.plural(others, "other change")
                                + " together")
                + ".";
    }

    /** Readings where their shares are known, else their groups or assumptions. */
    private static Stream<Share> parts(ScenarioContrast contrast) {
        return contrast.attribution().shares().stream()
                .flatMap(half -> half.parts().stream())
                .flatMap(group -> group.parts().isEmpty() ? Stream.of(group) : group.parts().stream());
    }

    private static String share(Share share, ScenarioContrast contrast, Assessment now) {
        List<String> changed = differing(contrast)
                .filter(difference -> share.ids().contains(difference.indicator())
                        || share.ids()
                                .contains(now.catalogue()
                                        .indicator(difference.indicator())
                                        .group()))
                .map(difference -> text(difference, now))
                .toList();
        String points = Wording.shift(share.rounded()) + " from ";
        return changed.isEmpty()
                ? points + "changed assumptions"
                : points
                        + String.join("; ", changed.subList(0, Math.min(2, changed.size())))
                        + (changed.size() > 2 ? "; and " + Wording.count(changed.size() - 2) + " more" : "");
    }

    private static String text(ReadingDifference difference, Assessment now) {
        Indicator indicator = now.catalogue().indicator(difference.indicator());
        String before = value(indicator, difference.before());
        String after = value(indicator, difference.after());
        return "“" + indicator.shortLabel() + "”"
                + (before.equals(after)
                        ? ", whose range or status changed"
                        : ", which went from " + before + " to " + after);
    }

    static String value(Indicator indicator, Reading reading) {
        return reading.range()
                .map(range -> new MeasureText(indicator).explained(range.value()))
                .orElse("unrated");
    }
}
