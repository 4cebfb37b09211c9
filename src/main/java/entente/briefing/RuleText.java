package entente.briefing;

import entente.domain.Figure;
import entente.domain.Group;
import entente.domain.Question;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Rules as text. */
public final class RuleText {

    private static final int FIELD = 15;

    private RuleText() {}

    public static String list(RuleBook book, Style style) {
        Page page = new Page(style);
        page.line("Rule book " + book.version() + " (" + Words.brief(book.sha256()) + "), "
                + book.rules().size() + " rules");
        List<Group> groups = new ArrayList<>(book.catalogue().groups());
        groups.add(Group.INTERPLAY);
        groups.removeIf(
                group -> book.rules().stream().noneMatch(rule -> rule.group().equals(group.id())));
        for (Group group : groups) {
            page.gap().line(style.strong(group.label()));
            for (Rule rule : book.rules()) {
                if (rule.group().equals(group.id())) {
                    page.line("  " + rule.id());
                    Page.wrapped(rule.claim(), Page.WIDTH - 6).forEach(line -> page.line(style.faint("      " + line)));
                }
            }
        }
        return page.toString();
    }

    public static String one(Rule rule, RuleBook book, Style style) {
        Page page = new Page(style);
        card(page, rule);
        for (Question question : Question.values()) {
            rule.weight(question).ifPresent(weight -> {
                Figure figure =
                        Objects.requireNonNull(book.weights().of(question).get(weight.strength()));
                page.hanging(
                        2,
                        4,
                        weight.strength().name().toLowerCase(Locale.ROOT) + " on the "
                                + question.name().toLowerCase(Locale.ROOT) + " is " + Words.figure(figure.value())
                                + " points: " + figure.reason());
            });
        }
        rule.ceiling()
                .ifPresent(kind -> page.hanging(
                        2, 4, Objects.requireNonNull(book.ceilings().get(kind)).reason()));
        return page.toString();
    }

    static void card(Page page, Rule rule) {
        Style style = page.style();
        page.paragraph(0, rule.claim());
        page.line(style.faint("  " + rule.id() + ", " + rule.group()));
        page.gap();
        rule.conditions().forEach(c -> page.line("  when " + Words.condition(c)));
        if (rule.conditions().isEmpty()) {
            page.line("  always");
        }
        weight(rule.alliance()).ifPresent(w -> page.line("  alliance     " + w));
        weight(rule.partnership()).ifPresent(w -> page.line("  partnership  " + w));
        field(page, "overrides", rule.overrides());
        rule.ceiling().ifPresent(c -> page.line("  ceiling      " + c));
        field(page, "cites", rule.cites());
        rule.ours().ifPresent(o -> page.labelled(2, "ours", FIELD, o));
        field(page, "tags", rule.tags());
        field(page, "encodes", rule.encodes());
    }

    private static void field(Page page, String name, List<String> values) {
        if (!values.isEmpty()) {
            page.labelled(2, name, FIELD, String.join(", ", values));
        }
    }

    static Optional<String> weight(Optional<Weight> weight) {
        return weight.map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
