package entente.report.question;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.quality.diff.ParameterChange;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleEdit;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules and numbers in which two books differ. */
record RuleEditItems(RuleBookDiff diff, boolean all) {

    private static final int MOST = 10;

    List<Items> items() {
        return List.of(
                whole("Rules added", diff.added()),
                whole("Rules removed", diff.removed()),
                new Items("Rules changed", edits()),
                Items.of(
                        "Numbers that differ",
                        diff.parameters().stream().map(RuleEditItems::figure).toList()));
    }

    private <T> List<T> shown(List<T> whole) {
        return all || whole.size() <= MOST ? whole : whole.subList(0, MOST);
    }

    private void rest(List<Item> rows, List<?> whole) {
        int more = whole.size() - shown(whole).size();
        if (more > 0) {
            rows.add(new Item(1, "and " + Wording.count(more) + " more: --all."));
        }
    }

    private Items whole(String heading, List<Rule> rules) {
        List<Item> rows = new ArrayList<>();
        for (Rule rule : shown(rules)) {
            rows.add(new Item(1, rule.id()));
            rows.add(new Item(2, rule.claim()));
            rows.add(new Item(2, what(rule)));
        }
        rest(rows, rules);
        return new Items(heading, rows);
    }

    /** Its conditions and its effect. */
    private static String what(Rule rule) {
        List<String> does = new ArrayList<>();
        for (Question question : Question.values()) {
            Wording.weight(rule.weight(question)).ifPresent(weight -> does.add(Wording.word(question) + " " + weight));
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

    private List<Item> edits() {
        List<Item> rows = new ArrayList<>();
        for (RuleEdit edit : shown(diff.changed())) {
            rows.add(new Item(1, edit.after().id() + (edit.affectsVerdict() ? "" : " (wording only)")));
            for (RuleEdit.Field field : edit.fields()) {
                rows.add(new Item(2, value(field, edit.before()) + " → " + value(field, edit.after())));
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
            case ALLIANCE -> "alliance " + Wording.weight(rule.alliance()).orElse("untouched");
            case PARTNERSHIP ->
                "partnership " + Wording.weight(rule.partnership()).orElse("untouched");
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
