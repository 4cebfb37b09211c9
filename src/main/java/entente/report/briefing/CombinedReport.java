package entente.report.briefing;

import entente.report.form.Block;
import entente.report.form.Block.Heading;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Picture;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A combined briefing as a report of plain blocks. */
public final class CombinedReport {

    private static final String NONE = "–";
    private static final int WIDTH = 11;
    private static final int WIDE = 18;

    private CombinedReport() {}

    /** @param picture the figure of a briefing, for media that take images */
    public static Report of(CombinedBriefing combined, Function<Briefing, Optional<Picture>> picture) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(comparison(combined));
        blocks.add(Items.of("In short", combined.inShort()));
        for (Briefing briefing : combined.briefings()) {
            Report report = BriefingReport.of(briefing, picture.apply(briefing));
            blocks.add(new Heading(report.title()));
            blocks.add(Prose.body(report.subtitle()));
            blocks.addAll(report.blocks());
        }
        return new Report(combined.title(), combined.subtitle(), blocks);
    }

    /** A row for each scenario with what it supposes, and what the differences are. */
    public static Table comparison(CombinedBriefing combined) {
        Row remark = Row.of(
                1,
                "An operational alliance is a working commitment to defend each other. Differences are from the first scenario, in percentage points, each with two of its largest parts. The parts "
                        + "are exact (Shapley values).");
        return new Table(
                "Comparison",
                "scenario",
                List.of(
                        Column.words("as of", WIDTH),
                        Column.words("likelihood", WIDE),
                        Column.words("interval", WIDTH),
                        Column.words("expected relationship", WIDTH),
                        Column.words("confidence", WIDTH),
                        Column.words("difference", WIDE)),
                Stream.concat(combined.rows().stream().flatMap(CombinedReport::rows), Stream.of(remark))
                        .toList());
    }

    private static Stream<Row> rows(ComparedScenario scenario) {
        Row row = Row.of(
                1,
                scenario.title(),
                given(scenario.asOf()),
                scenario.likelihood(),
                given(scenario.interval()),
                scenario.relationship(),
                scenario.confidence(),
                scenario.difference().map(Object::toString).orElse(NONE));
        return scenario.supposition().isEmpty() ? Stream.of(row) : Stream.of(row, Row.of(2, scenario.supposition()));
    }

    private static String given(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
