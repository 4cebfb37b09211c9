package entente.report.question;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.analysis.comparison.RuleBookContrast.Sides;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.GroupResult;
import entente.report.form.Block;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ContrastText;
import entente.report.wording.ReadingText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One scenario under two rule books: the differences, and the readings that discriminate best.
 *
 * @param books names of the two
 * @param all every discriminator and claim, and what is equal
 */
public record RuleBookContrastReport(List<String> books, boolean all) {

    private static final int MOST_DISCRIMINATORS = 5;
    private static final List<String> NAMES = List.of("A", "B");

    public Report report(List<RuleBookContrast> contrasts) {
        RuleBookContrast one = contrasts.get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Fields(
                "",
                List.of(
                        new Block.Field(NAMES.get(0), book(one.first(), books.get(0))),
                        new Block.Field(NAMES.get(1), book(one.second(), books.get(1))))));
        for (RuleBookContrast contrast : contrasts) {
            var scenario = contrast.first().scenario();
            blocks.add(new Block.Heading(scenario.title() + " (" + ContrastText.dated(scenario) + ")"));
            blocks.add(Prose.lead(List.of(headline(contrast))));
            blocks.addAll(tables(contrast));
        }
        blocks.add(Prose.footer(Words.of(AssessmentSentences.CAVEAT)));
        return new Report("The same scenarios under two rule books", "", blocks);
    }

    private static String book(Assessment assessment, String name) {
        var from = assessment.provenance();
        return "Rules " + Wording.version(from.rulesVersion(), from.rulesSha256()) + " of " + name;
    }

    private static String headline(RuleBookContrast contrast) {
        Percent a = contrast.first().verdict().likelihood();
        Percent b = contrast.second().verdict().likelihood();
        int gap = b.tenths() - a.tenths();
        String estimates = VerdictSentences.bestEstimates(contrast.first(), contrast.second());
        return gap == 0
                ? estimates + Wording.percent(a) + " under both."
                : estimates + Wording.percent(a) + " under A, " + Wording.percent(b) + " under B: " + Wording.shift(gap)
                        + " percentage points.";
    }

    private List<Table> tables(RuleBookContrast contrast) {
        List<Table> tables = new ArrayList<>();
        tables.add(VerdictComparison.of(contrast.first(), contrast.second(), NAMES, all));
        tables.add(discriminators(contrast));
        for (Question question : Question.values()) {
            tables.add(byGroup(contrast, question));
        }
        tables.addAll(new RuleBookClaims(all).tables(contrast.first(), contrast.second()));
        tables.add(PointsTable.of(contrast.first(), contrast.second(), NAMES));
        return tables;
    }

    /** The best ones, and all that are unrated, since those can be collected. */
    private Table discriminators(RuleBookContrast contrast) {
        List<Row> rows = new ArrayList<>();
        int shown = 0;
        for (Discriminator discriminator : contrast.discriminators()) {
            if (all || shown < MOST_DISCRIMINATORS || !discriminator.known()) {
                shown++;
                String label = discriminator.indicator().shortLabel();
                String spread = Wording.tenths(discriminator.spreadTenths());
                rows.add(Row.of(1, label + ": " + now(discriminator, contrast), spread));
                String closest = Wording.capitalized(at(discriminator.closest(), discriminator));
                rows.add(Row.of(2, closest + "; " + at(discriminator.furthest(), discriminator) + "."));
            }
        }
        int more = contrast.discriminators().size() - shown;
        if (rows.isEmpty()) {
            rows.add(Row.of(1, "None: no single reading changes the gap."));
        } else if (more > 0) {
            rows.add(Row.of(1, "and " + Wording.plural(more, "reading") + " that discriminate less: --all."));
        }
        idle(contrast).ifPresent(sentence -> rows.add(Row.of(1, sentence)));
        return Table.figures(
                "Readings that discriminate, by how much the gap varies", List.of("pp"), Table.FIGURES, rows);
    }

    /** Unrated indicators that do not change the gap. */
    private static Optional<String> idle(RuleBookContrast contrast) {
        List<String> discriminators = contrast.discriminators().stream()
                .map(found -> found.indicator().id())
                .toList();
        List<String> idle = contrast.first().gaps().stream()
                .filter(id -> !discriminators.contains(id))
                .map(id -> Wording.label(contrast.first().catalogue().indicator(id)))
                .toList();
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of("Unrated, and without effect on the gap: " + String.join("; ", idle) + ".");
    }

    private static String now(Discriminator discriminator, RuleBookContrast contrast) {
        if (!discriminator.known()) {
            return "not rated; worth collecting";
        }
        String id = discriminator.indicator().id();
        Reading first = contrast.first().scenario().reading(id);
        Reading reading =
                first.range().isPresent() ? first : contrast.second().scenario().reading(id);
        return "reads " + ReadingText.graded(reading, Grade.UNKNOWN);
    }

    private static String at(Discriminator.LikelihoodPair at, Discriminator discriminator) {
        String grade = Wording.word(discriminator.indicator().scale().gradeOf(at.value()));
        return "at " + Wording.figure(at.value()) + ", " + grade + ": "
                + Wording.percent(at.first()) + " and "
                + Wording.percent(at.second());
    }

    private Table byGroup(RuleBookContrast contrast, Question question) {
        List<Sides<GroupResult>> groups = contrast.groups();
        List<Row> rows = new ArrayList<>();
        for (Sides<GroupResult> group : groups) {
            Points a = points(group.first(), question);
            Points b = points(group.second(), question);
            if (all || !a.equals(b)) {
                Group named = group.first().or(group::second).orElseThrow().group();
                rows.add(PointsTable.row(named.shortLabel(), a, b));
            }
        }
        int same = groups.size() - rows.size();
        if (!rows.isEmpty() && same > 0) {
            rows.add(Row.of(1, "The same under both: " + Wording.plural(same, "other") + "."));
        }
        String of = question == Question.ALLIANCE ? "an alliance" : "the partnership";
        return Table.figures(
                "Points on " + of + ", by barrier", List.of("A", "B", "difference"), Table.FIGURES + 2, rows);
    }

    private static Points points(Optional<GroupResult> result, Question question) {
        return result.map(of -> question == Question.ALLIANCE ? of.alliancePoints() : of.partnershipPoints())
                .orElse(Points.ZERO);
    }
}
