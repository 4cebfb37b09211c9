package entente.report.text;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.quality.diff.ParameterChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleEdit;
import entente.report.form.Section;
import entente.report.form.Section.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules and numbers in which two books differ. */
final class RuleEditText {

    private static final int MOST = 10;

    private final RuleBookDiff diff;
    private final boolean all;

    RuleEditText(RuleBookDiff diff, boolean all) {
        this.diff = diff;
        this.all = all;
    }

    List<Section> sections() {
        return List.of(
                whole("Rules added", diff.added()),
                whole("Rules removed", diff.removed()),
                new Section("Rules changed", List.of(), 0, edits()),
                Section.text(
                        "Numbers that differ",
                        diff.parameters().stream().map(RuleEditText::figure).toList()));
    }

    private <T> List<T> shown(List<T> whole) {
        return all || whole.size() <= MOST ? whole : whole.subList(0, MOST);
    }

    private void rest(List<Row> rows, List<?> whole) {
        int more = whole.size() - shown(whole).size();
        if (more > 0) {
            rows.add(Row.of(1, "and " + Wording.count(more) + " more: --all."));
        }
    }

    private Section whole(String heading, List<Rule> rules) {
        List<Row> rows = new ArrayList<>();
        for (Rule rule : shown(rules)) {
            rows.add(Row.of(1, rule.id()));
            rows.add(Row.of(2, rule.claim()));
            rows.add(Row.of(2, what(rule)));
        }
        rest(rows, rules);
        return new Section(heading, List.of(), 0, rows);
    }

    /** Its conditions and its effect. */
    private static String what(Rule rule) {
        List<String> does = new ArrayList<>();
        for (Question question : Question.values()) {
            RuleText.weight(rule.weight(question))
                    .ifPresent(weight -> does.add(question.name().toLowerCase(Locale.ROOT) + " " + weight));
        }
        if (!rule.overrides().isEmpty()) {
            does.add("silences " + String.join(", ", rule.overrides()));
        }
        rule.ceiling().ifPresent(ceiling -> does.add("ceiling " + ceiling));
        return conditions(rule) + ": " + String.join(", ", does) + ".";
    }

    private static String conditions(Rule rule) {
        return rule.conditions().isEmpty()
                ? "always"
                : "when " + rule.conditions().stream().map(Wording::condition).collect(Collectors.joining(" and "));
    }

    private List<Row> edits() {
        List<Row> rows = new ArrayList<>();
        for (RuleEdit edit : shown(diff.changed())) {
            rows.add(Row.of(1, edit.after().id() + (edit.affectsVerdict() ? "" : " (wording only)")));
            for (RuleEdit.Field field : edit.fields()) {
                rows.add(Row.of(2, value(field, edit.before()) + " → " + value(field, edit.after())));
            }
        }
        rest(rows, diff.changed());
        return rows;
    }

    private static String value(RuleEdit.Field field, Rule rule) {
        return switch (field) {
            case CLAIM -> rule.claim();
            case GROUP -> "under " + rule.group();
            case WHEN -> conditions(rule);
            case ALLIANCE -> "alliance " + RuleText.weight(rule.alliance()).orElse("untouched");
            case PARTNERSHIP ->
                "partnership " + RuleText.weight(rule.partnership()).orElse("untouched");
            case OVERRIDES -> "silences " + list(rule.overrides());
            case CEILING -> "ceiling " + rule.ceiling().map(Enum::name).orElse("none");
            case TAGS -> "tags " + list(rule.tags());
            case CITES -> "cites " + list(rule.cites());
            case PROJECT_ASSUMPTION ->
                "project assumption: " + rule.projectAssumption().orElse("nothing");
            case ENCODES -> "encodes " + list(rule.encodes());
        };
    }

    private static String list(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static String figure(ParameterChange change) {
        return change.path() + ": " + change.before() + " → " + change.after() + ".";
    }
}
