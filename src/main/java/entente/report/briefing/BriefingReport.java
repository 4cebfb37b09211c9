package entente.report.briefing;

import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.LedgerItem;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.Source;
import entente.report.briefing.Briefing.Watch;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.form.Block;
import entente.report.form.Block.Field;
import entente.report.form.Block.Fields;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Picture;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A briefing as a report of plain blocks, for media without a layout of their own. */
public final class BriefingReport {

    /** Headings that several media use. */
    public static final String POINTS = "Factors against and for an alliance";

    public static final String ASSUMED = "Assumptions of this scenario";
    public static final String PROBABILITIES = "Probability of each verdict";
    public static final String SOURCES = "Sources of readings";
    public static final String OWN = "Judgements of the scenario's authors";

    private static final int WIDTH = 12;

    private BriefingReport() {}

    /** @param picture the figure, for media that take images */
    public static Report of(Briefing briefing, Optional<Picture> picture) {
        List<Block> blocks = new ArrayList<>();
        lead(briefing, blocks);
        if (briefing.supposed()) {
            blocks.add(Items.of(ASSUMED, briefing.assumed()));
        }
        blocks.add(Items.numbered(
                "Key judgements",
                briefing.judgements().stream()
                        .map(judgement -> judgement.lead()
                                + judgement.text()
                                + (judgement.cites().isEmpty() ? "" : " (" + judgement.cites() + ")")
                                + (judgement.assumption().isEmpty()
                                        ? ""
                                        : " " + Wording.sentence(judgement.assumption())))
                        .toList()));
        if (briefing.supposed()) {
            watch(briefing, blocks);
        }
        picture.ifPresentOrElse(
                blocks::add, () -> blocks.add(points(briefing.points().rows())));
        body(blocks, briefing.path());
        if (!briefing.supposed()) {
            watch(briefing, blocks);
        }
        blocks.add(Items.of("Another account", briefing.alternative()));
        // Run on where there are pages, as in the PDF.
        boolean paged = picture.isPresent();
        blocks.add(Items.of("What is not known", paged ? runOn(briefing.notKnown(), " ") : briefing.notKnown()));
        briefing.probabilities()
                .ifPresent(probabilities -> blocks.add(Items.of(PROBABILITIES, List.of(probabilities.text()))));
        blocks.add(assumptions(briefing.keyAssumptions()));
        if (!briefing.keyAssumptions().isEmpty()) {
            body(blocks, briefing.legend());
        }
        if (!briefing.supposed()) {
            blocks.add(Items.of(ASSUMED, briefing.assumed()));
        }
        blocks.add(Items.of("Caveats", briefing.caveats()));
        List<String> sources = sources(briefing, false);
        blocks.add(Items.of(SOURCES, paged ? runOn(sources, " · ") : sources));
        List<String> own = sources(briefing, true);
        blocks.add(Items.of(OWN, paged ? runOn(own, " · ") : own));
        blocks.add(new Fields(
                "Method",
                List.of(
                        new Field("Rules", briefing.method().text()),
                        new Field("Reproduce", briefing.method().command()),
                        new Field("Versions", briefing.method().shortProvenance()))));
        blocks.add(ledger(briefing.ledger()));
        if (!paged) { // each page says so at its foot
            blocks.add(Prose.footer(Words.of(Briefing.NATURE + ".")));
        }
        return new Report(briefing.title(), subtitle(briefing), blocks);
    }

    private static List<String> runOn(List<String> sentences, String between) {
        return sentences.isEmpty() ? sentences : List.of(Wording.sentence(String.join(between, sentences)));
    }

    private static void lead(Briefing briefing, List<Block> blocks) {
        body(blocks, briefing.supposition());
        blocks.add(new Prose(Role.LEAD, List.of(Words.strong(briefing.bottomLine()))));
        body(blocks, briefing.drivers());
        blocks.add(Prose.body(
                String.join(" ", briefing.standing()),
                briefing.confidence().lead() + " " + briefing.confidence().reasons()));
        briefing.since().ifPresent(since -> blocks.add(Prose.body(since.lead() + since.text())));
    }

    private static void watch(Briefing briefing, List<Block> blocks) {
        blocks.add(watch(briefing.watch(), briefing.since().isPresent()));
        body(blocks, briefing.watch().note());
    }

    private static void body(List<Block> blocks, String text) {
        if (!text.isEmpty()) {
            blocks.add(Prose.body(text));
        }
    }

    /** What stands above a briefing: its edition and date. */
    public static String subtitle(Briefing briefing) {
        return "Briefing, edition " + briefing.edition()
                + (briefing.asOf().isEmpty() ? "" : ", as of " + briefing.asOf()) + ", " + briefing.scenario();
    }

    /**
     * In the short form, the sources of inherited readings are those of the other scenario's briefing.
     *
     * @param own the judgements and assumptions of the scenario's authors, or else the sources of readings
     */
    public static List<String> sources(Briefing briefing, boolean own) {
        List<Source> all = briefing.sources().stream()
                .filter(source -> source.own() == own)
                .toList();
        List<Source> named = all.stream()
                .filter(source -> own || !source.inherited() || briefing.isLong())
                .toList();
        Stream<String> rest = briefing.base().stream()
                .filter(base -> named.size() < all.size())
                .map(base ->
                        (named.isEmpty() ? "As" : "Otherwise as") + " in “" + base + "”, which this scenario changes");
        return Stream.concat(named.stream().map(BriefingReport::source), rest).toList();
    }

    private static String source(Source source) {
        String readings = source.own() ? Wording.plural(source.readings(), "reading") : "";
        String details = Stream.of(readings, source.grades())
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(", "));
        return source.reference() + (details.isEmpty() ? "" : " (" + details + ")");
    }

    private static Table points(List<PointsRow> rows) {
        return Table.figures(
                POINTS,
                List.of("evidence points"),
                WIDTH,
                rows.stream()
                        .filter(row -> !row.idle())
                        .map(row -> row.kind() == PointsRow.Kind.RESULT
                                ? new Row(1, Words.strong(row.label()), List.of(Words.strong(row.points())))
                                : Row.of(1, row.label(), row.points()))
                        .toList());
    }

    /** @param withStatus false in a first edition, of which nothing is tripped */
    private static Table watch(Watch watch, boolean withStatus) {
        Stream<String> titles = Stream.of("reading", "threshold", "likelihood there");
        return Table.words(
                "Indicators to watch",
                "indicator",
                Stream.concat(titles, withStatus ? Stream.of("status") : Stream.empty())
                        .toList(),
                WIDTH,
                watch.rows().stream().map(row -> row(row, withStatus)).toList());
    }

    private static Row row(WatchRow row, boolean withStatus) {
        String outcome = row.outcome() + ": " + row.likelihood();
        return withStatus
                ? Row.of(1, row.label(), row.now(), row.threshold(), outcome, Wording.word(row.status()))
                : Row.of(1, row.label(), row.now(), row.threshold(), outcome);
    }

    private static Table assumptions(List<AssumptionRow> rows) {
        return Table.words(
                "Key assumptions",
                "assumption",
                List.of("article", "rests on", "support"),
                WIDTH,
                rows.stream()
                        .map(row -> Row.of(1, row.text(), row.cites(), row.basis(), Wording.word(row.support())))
                        .toList());
    }

    private static Table ledger(List<LedgerItem> items) {
        return new Table(
                "Every rule that fired",
                "claim",
                List.of(
                        Column.words("barrier or driver", WIDTH),
                        Column.words("readings", WIDTH),
                        Column.words("article", WIDTH),
                        Column.figures("points", WIDTH)),
                items.stream()
                        .map(item ->
                                Row.of(1, item.claim(), item.group(), item.readings(), item.cites(), item.points()))
                        .toList());
    }
}
