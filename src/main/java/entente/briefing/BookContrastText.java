package entente.briefing;

import entente.briefing.Section.Row;
import entente.domain.Assessment;
import entente.domain.BookContrast;
import entente.domain.Grade;
import entente.domain.Group;
import entente.domain.GroupResult;
import entente.domain.Percent;
import entente.domain.Points;
import entente.domain.Question;
import entente.domain.Reading;
import entente.domain.Telling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One scenario under two rule books: where they part, and which reading tells them apart best. */
public final class BookContrastText {

    private static final int MOST_TELLING = 5;
    private static final List<String> NAMES = List.of("A", "B");

    private final List<String> books;
    private final boolean all;

    /**
     * @param books names of the two
     * @param all every reading that tells them apart, every claim, and what is the same
     */
    public BookContrastText(List<String> books, boolean all) {
        this.books = books;
        this.all = all;
    }

    public String text(List<BookContrast> contrasts, Style style) {
        Page page = new Page(style);
        for (int i = 0; i < NAMES.size(); i++) {
            page.labelled(0, NAMES.get(i), 3, books(contrasts.get(0)).get(i));
        }
        for (BookContrast contrast : contrasts) {
            page.gap();
            Page.wrapped(named(contrast), Page.WIDTH).forEach(line -> page.line(style.strong(line)));
            page.gap();
            Page.wrapped(headline(contrast), Page.WIDTH - 2).forEach(line -> page.line("  " + style.strong(line)));
            sections(contrast).forEach(section -> section.write(page));
        }
        return page.gap().paragraph(0, Sentences.CAVEAT).toString();
    }

    public String markdown(List<BookContrast> contrasts) {
        StringBuilder md = new StringBuilder();
        for (BookContrast contrast : contrasts) {
            md.append(md.isEmpty() ? "" : "\n")
                    .append("# ")
                    .append(Markdown.text(named(contrast)))
                    .append("\n\n");
            for (int i = 0; i < NAMES.size(); i++) {
                Markdown.item(md, 0, NAMES.get(i) + ": " + books(contrast).get(i));
            }
            md.append("\n**").append(headline(contrast)).append("**\n");
            sections(contrast).forEach(section -> section.write(md));
        }
        return md.append('\n').append(Sentences.CAVEAT).append('\n').toString().replace(Words.GLUE, ' ');
    }

    private List<String> books(BookContrast contrast) {
        return List.of(book(contrast.first(), books.get(0)), book(contrast.second(), books.get(1)));
    }

    private static String book(Assessment assessment, String name) {
        return "Rules " + assessment.provenance().rulesVersion() + " ("
                + Words.brief(assessment.provenance().rulesSha256()) + ") of " + name;
    }

    private static String named(BookContrast contrast) {
        var scenario = contrast.first().scenario();
        return scenario.title() + " (" + scenario.id()
                + scenario.asOf().map(date -> ", as of " + date).orElse("") + ")";
    }

    private static String headline(BookContrast contrast) {
        Percent a = contrast.first().verdict().likelihood();
        Percent b = contrast.second().verdict().likelihood();
        int gap = b.tenths() - a.tenths();
        return gap == 0
                ? Words.percent(a.value()) + " under both."
                : Words.percent(a.value()) + " under A, " + Words.percent(b.value()) + " under B: " + Words.shift(gap)
                        + " percentage points.";
    }

    private List<Section> sections(BookContrast contrast) {
        List<Section> sections = new ArrayList<>();
        sections.add(SideBySide.of(contrast.first(), contrast.second(), NAMES, all));
        sections.add(telling(contrast));
        for (Question question : Question.values()) {
            sections.add(byGroup(contrast, question));
        }
        sections.addAll(new BookClaims(all).sections(contrast.first(), contrast.second()));
        sections.add(PointsSection.of(contrast.first(), contrast.second(), NAMES));
        return sections;
    }

    /** The best, and whatever nobody rated: finding that out is what can be done about the gap. */
    private Section telling(BookContrast contrast) {
        List<Row> rows = new ArrayList<>();
        int shown = 0;
        for (Telling telling : contrast.telling()) {
            if (all || shown < MOST_TELLING || !telling.known()) {
                shown++;
                rows.add(Row.of(
                        1,
                        Words.label(telling.indicator()) + ": " + now(telling, contrast),
                        Words.shift(telling.spreadTenths()).substring(1)));
                rows.add(Row.of(
                        2,
                        Words.opening(at(telling.closest(), telling)) + "; " + at(telling.furthest(), telling) + "."));
            }
        }
        int more = contrast.telling().size() - shown;
        if (rows.isEmpty()) {
            rows.add(Row.of(1, "No reading: whatever one of them is, the gap stays the same."));
        } else if (more > 0) {
            rows.add(Row.of(1, "and " + Words.plural(more, "reading", "readings") + " that tell less: --all."));
        }
        idle(contrast).ifPresent(sentence -> rows.add(Row.of(1, sentence)));
        return new Section(
                "What tells them apart: by how much the gap varies", List.of("% points"), Section.FIGURES, rows);
    }

    /** What nobody rated and what would not help to find out. */
    private static Optional<String> idle(BookContrast contrast) {
        List<String> telling =
                contrast.telling().stream().map(found -> found.indicator().id()).toList();
        List<String> idle = contrast.first().gaps().stream()
                .filter(id -> !telling.contains(id))
                .map(id -> Words.label(contrast.first().catalogue().indicator(id)))
                .toList();
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of("Nobody rated these, but finding them out tells nothing apart: " + String.join("; ", idle)
                        + ".");
    }

    private static String now(Telling telling, BookContrast contrast) {
        if (!telling.known()) {
            return "nobody rated it; worth finding out";
        }
        String id = telling.indicator().id();
        Reading first = contrast.first().scenario().reading(id);
        Reading reading =
                first.span().isPresent() ? first : contrast.second().scenario().reading(id);
        return "reads " + ReadingText.graded(reading, Grade.UNKNOWN);
    }

    private static String at(Telling.At at, Telling telling) {
        String grade = Words.grade(telling.indicator().scale().gradeOf(at.value()));
        return "at " + Words.figure(at.value()) + ", " + grade + ": "
                + Words.percent(at.first().value()) + " and "
                + Words.percent(at.second().value());
    }

    private Section byGroup(BookContrast contrast, Question question) {
        Map<Group, Points[]> groups = new LinkedHashMap<>();
        put(groups, contrast.first(), question, 0);
        put(groups, contrast.second(), question, 1);
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, points) -> {
            if (all || !points[0].equals(points[1])) {
                rows.add(PointsSection.row(group.label(), points[0], points[1]));
            }
        });
        int same = groups.size() - rows.size();
        if (!rows.isEmpty() && same > 0) {
            rows.add(Row.of(1, "The same under both: " + Words.plural(same, "other", "others") + "."));
        }
        String of = question == Question.ALLIANCE ? "an alliance" : "the partnership";
        return new Section(
                "Points on " + of + ", by barrier", List.of("A", "B", "difference"), Section.FIGURES + 2, rows);
    }

    /** Groups are the same when they have the same id, whatever a book says of them. */
    private static void put(Map<Group, Points[]> groups, Assessment assessment, Question question, int book) {
        for (GroupResult result : assessment.groups()) {
            Group group = groups.keySet().stream()
                    .filter(known -> known.id().equals(result.group().id()))
                    .findFirst()
                    .orElse(result.group());
            groups.computeIfAbsent(group, fresh -> new Points[] {Points.ZERO, Points.ZERO})[book] =
                    question == Question.ALLIANCE ? result.alliancePoints() : result.partnershipPoints();
        }
    }
}
