package entente.report.text;

import entente.model.Group;
import entente.model.Question;
import entente.model.rule.Parameter;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.Weight;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Rules as text. */
public final class RuleText {

    private static final int FIELD = 22;

    private RuleText() {}

    public static String list(RuleBook book, TextStyle style) {
        TextPage page = new TextPage(style);
        page.line("Rule book " + book.version() + " (" + Wording.shortDigest(book.sha256()) + "), "
                + book.rules().size() + " rules");
        List<Group> groups = new ArrayList<>(book.catalogue().groups());
        groups.add(Group.INTERPLAY);
        groups.removeIf(
                group -> book.rules().stream().noneMatch(rule -> rule.group().equals(group.id())));
        for (Group group : groups) {
            page.blankLine().line(style.strong(group.label()));
            for (Rule rule : book.rules()) {
                if (rule.group().equals(group.id())) {
                    page.line("  " + rule.id());
                    TextPage.wrapped(rule.claim(), TextPage.WIDTH - 6)
                            .forEach(line -> page.line(style.faint("      " + line)));
                }
            }
        }
        return page.toString();
    }

    public static String one(Rule rule, RuleBook book, TextStyle style) {
        TextPage page = new TextPage(style);
        card(page, rule);
        for (Question question : Question.values()) {
            rule.weight(question).ifPresent(weight -> {
                Parameter figure =
                        Objects.requireNonNull(book.weights().of(question).get(weight.strength()));
                page.hanging(
                        2,
                        4,
                        weight.strength().name().toLowerCase(Locale.ROOT) + " on the "
                                + question.name().toLowerCase(Locale.ROOT) + " is " + Wording.figure(figure.value())
                                + " points: " + figure.reason());
            });
        }
        rule.ceiling()
                .ifPresent(kind -> page.hanging(
                        2, 4, Objects.requireNonNull(book.ceilings().get(kind)).reason()));
        return page.toString();
    }

    static void card(TextPage page, Rule rule) {
        TextStyle style = page.style();
        page.paragraph(0, rule.claim());
        page.line(style.faint("  " + rule.id() + ", " + rule.group()));
        page.blankLine();
        rule.conditions().forEach(c -> page.line("  when " + Wording.condition(c)));
        if (rule.conditions().isEmpty()) {
            page.line("  always");
        }
        weight(rule.alliance()).ifPresent(w -> page.line("  alliance            " + w));
        weight(rule.partnership()).ifPresent(w -> page.line("  partnership         " + w));
        field(page, "overrides", rule.overrides());
        rule.ceiling().ifPresent(c -> page.line("  ceiling             " + c));
        field(page, "cites", rule.cites());
        rule.projectAssumption().ifPresent(o -> page.labelled(2, "project assumption", FIELD, o));
        field(page, "tags", rule.tags());
        field(page, "encodes", rule.encodes());
    }

    private static void field(TextPage page, String name, List<String> values) {
        if (!values.isEmpty()) {
            page.labelled(2, name, FIELD, String.join(", ", values));
        }
    }

    public static Optional<String> weight(Optional<Weight> weight) {
        return weight.map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
