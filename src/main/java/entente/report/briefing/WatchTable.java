package entente.report.briefing;

import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Track;
import entente.report.briefing.Briefing.Watch;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.briefing.Briefing.WatchRow.Direction;
import entente.report.briefing.Briefing.WatchRow.Status;
import entente.report.briefing.BriefingWriter.Basis;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.GradeRange;
import entente.report.wording.OutlookText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.With;

/** Indicators to watch: thresholds beyond which one reading alone brings another band, computed from the rules. */
final class WatchTable {

    private static final int MOST_ROWS = 7;

    private final Assessment assessment;
    private final LikelihoodScale scale;
    private final Figures figures;
    private final Basis basis;

    private WatchTable(Basis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
        this.scale = basis.scale();
        this.figures = basis.stated().figures();
    }

    static Watch of(Basis basis) {
        return new WatchTable(basis).watch();
    }

    private Watch watch() {
        List<Crossing> shown = new ArrayList<>(tripped().toList());
        int tripped = shown.size();
        List<Crossing> crossings = basis.sensitivity().swings().stream()
                .filter(swing -> swing.value().isPresent())
                .flatMap(this::crossings)
                .toList();
        crossings.stream()
                .sorted(Comparator.comparingDouble(Crossing::shift).reversed())
                .limit(Math.max(0, MOST_ROWS - tripped))
                .sorted(Comparator.comparing((Crossing crossing) -> crossing.direction(now()))
                        .thenComparingInt(Crossing::steps))
                .forEach(shown::add);
        int notTripped = shown.size() - tripped;
        long thresholds = basis.sensitivity().swings().stream()
                .filter(swing -> swing.value().isPresent())
                .flatMap(swing -> swing.tippingPoints().stream())
                .filter(TippingPoint::changesBand)
                .count();
        return new Watch(
                shown.stream().map(this::row).toList(),
                tripped,
                notTripped,
                note(tripped, notTripped, (int) thresholds - notTripped));
    }

    /** @param omitted thresholds that have no row */
    private String note(int tripped, int notTripped, int omitted) {
        Stream<String> more = omitted == 0
                ? Stream.empty()
                : Stream.of("Not shown: " + Wording.plural(omitted, "more threshold")
                        + " beyond which one reading alone brings another band.");
        Stream<String> since = basis.previous().stream()
                .map(previous -> "Tripped: " + tripped + "; not tripped: " + notTripped + "; unknown: "
                        + assessment.gaps().size() + "."
                        + previous.contrast()
                                .before()
                                .scenario()
                                .asOf()
                                .map(date -> " Tripped: crossed since the edition of " + Wording.date(date) + ".")
                                .orElse(""));
        Stream<String> none = assessment.confidence().known() == 0
                ? Stream.empty()
                : new OutlookText(assessment, scale, true).unreachable().stream();
        return Stream.of(since, more, none).flatMap(sentences -> sentences).collect(Collectors.joining(" "));
    }

    private Percent now() {
        return assessment.likelihood();
    }

    /**
     * A threshold in one direction from the reading.
     *
     * @param beyond outcome just beyond it
     * @param range the values beyond it, up to the next threshold
     * @param steps grades from the reading to it
     * @param shift change of the odds per step, in evidence points: near a band of rare events, percentage points hide it
     * @param status whether the reading has crossed it since the previous edition
     */
    private record Crossing(
            @With Swing swing,
            double cut,
            boolean up,
            GradeOutcome beyond,
            GradeRange range,
            int steps,
            double shift,
            @With Status status) {

        Direction direction(Percent now) {
            return beyond.likelihood().compareTo(now) > 0 ? Direction.UP : Direction.DOWN;
        }
    }

    /** The nearest threshold above the reading and below it. */
    private Stream<Crossing> crossings(Swing swing) {
        double value = swing.value().orElseThrow();
        List<TippingPoint> points =
                swing.tippingPoints().stream().filter(TippingPoint::changesBand).toList();
        Optional<Crossing> above = points.stream()
                .filter(point -> value < point.cutPoint())
                .findFirst()
                .map(point -> crossing(swing, point.cutPoint(), true, point.above()));
        Optional<Crossing> below = points.stream()
                .filter(point -> value >= point.cutPoint())
                .reduce((lower, higher) -> higher)
                .map(point -> crossing(swing, point.cutPoint(), false, point.below()));
        return Stream.concat(above.stream(), below.stream());
    }

    private Crossing crossing(Swing swing, double cut, boolean up, GradeOutcome beyond) {
        int steps = Math.abs(beyond.grade().ordinal() - swing.grade().ordinal());
        Points odds = Points.ofPercent(beyond.likelihood().value());
        return new Crossing(
                swing,
                cut,
                up,
                beyond,
                GradeRange.around(swing, beyond, GradeOutcome::band),
                steps,
                Math.abs(odds.minus(Points.ofPercent(now().value())).value()) / steps,
                Status.NOT_TRIPPED);
    }

    /** Of a crossed threshold the likelihood as it is: the previous edition assumed its other readings beyond it. */
    private WatchRow row(Crossing crossing) {
        boolean tripped = crossing.status() == Status.TRIPPED;
        Indicator indicator = indicator(crossing.swing());
        MeasureText measure = new MeasureText(indicator);
        GradeRange range = crossing.range();
        double value = crossing.swing().value().orElseThrow();
        return new WatchRow(
                indicator.shortLabel(),
                new Track(place(indicator, value, false), place(indicator, crossing.cut(), true)),
                measure.readingInWords(assessment.reading(indicator.id())) + was(indicator),
                measure.where(range, measure::quoted),
                tripped
                        ? "crossed; now " + VerdictSentences.words(now(), scale)
                        : VerdictSentences.ends(range.lowest(), range.highest(), scale),
                tripped ? figures.of(now()) : figures.span(range.lowest(), range.highest()),
                crossing.direction(now()),
                crossing.status());
    }

    /** What the reading was in the previous edition, if that was another value. */
    private String was(Indicator indicator) {
        OptionalDouble now = assessment.reading(indicator.id()).value();
        return basis.previous()
                .map(previous -> previous.contrast().before().reading(indicator.id()))
                .filter(before -> !before.value().equals(now))
                .flatMap(before -> MeasureText.figure(before, new MeasureText(indicator)::inWords))
                .map(", was "::concat)
                .orElse("");
    }

    /** Readings that have crossed a threshold of the previous edition. */
    private Stream<Crossing> tripped() {
        return basis.previous().stream()
                .flatMap(previous -> previous.sensitivity().swings().stream())
                .filter(before -> before.value().isPresent())
                .flatMap(before -> crossings(before)
                        .filter(this::crossed)
                        .limit(1)
                        .map(crossing ->
                                crossing.withSwing(now(before.indicator())).withStatus(Status.TRIPPED)));
    }

    private boolean crossed(Crossing crossing) {
        OptionalDouble value = assessment.reading(crossing.swing().indicator()).value();
        return value.isPresent() && (value.getAsDouble() >= crossing.cut()) == crossing.up();
    }

    private Swing now(String indicator) {
        return basis.sensitivity().swings().stream()
                .filter(swing -> swing.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private Indicator indicator(Swing swing) {
        return assessment.indicator(swing.indicator());
    }

    /** The place on a track of five equal cells; a whole number lies in the middle of its cell, a threshold at its start. */
    private double place(Indicator indicator, double value, boolean threshold) {
        List<Double> ends = new ArrayList<>();
        ends.add(indicator.low());
        ends.addAll(assessment.scenario().assumptions().scale(indicator).cuts());
        ends.add(indicator.high());
        int cell = 0;
        while (cell < ends.size() - 2 && value >= ends.get(cell + 1)) {
            cell++;
        }
        double width = ends.get(cell + 1) - ends.get(cell);
        boolean middle = indicator.ordinal() && width <= 1 && !threshold;
        double within = middle ? 0.5 : width == 0 ? 0 : Math.min(1, (value - ends.get(cell)) / width);
        return (cell + within) / (ends.size() - 1);
    }
}
