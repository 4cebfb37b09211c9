package entente.report.question;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleEdit;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules and numbers in which two books differ. */
record RuleEditItems(RuleBookDiff diff, boolean all) {

    private static final int MOST = 10;

    List<Items> items() {
        return List.of(
                items("Rules added", diff.added(), RuleEditItems::whole),
                items("Rules removed", diff.removed(), RuleEditItems::whole),
                items("Rules changed", diff.changed(), RuleEditItems::edit),
                Items.of(
                        "Numbers that differ",
                        diff.parameters().stream()
                                .map(change -> change.path() + ": " + change.before() + " → " + change.after() + ".")
                                .toList()));
    }

    private <T> Items items(String heading, List<T> whole, Function<T, List<Item>> described) {
        int more = all ? 0 : Math.max(0, whole.size() - MOST);
        List<Item> rows = new ArrayList<>();
        whole.subList(0, whole.size() - more).forEach(one -> rows.addAll(described.apply(one)));
        if (more > 0) {
            rows.add(new Item(1, "and " + Wording.count(more) + " more: --all."));
        }
        return new Items(heading, rows);
    }

    private static List<Item> whole(Rule rule) {
        return List.of(new Item(1, rule.id()), new Item(2, rule.claim()), new Item(2, what(rule)));
    }

    /** Its conditions and its effect. */
    private static String what(Rule rule) {
        List<String> does = new ArrayList<>();
        for (Question question : Question.values()) {
            rule.weight(question)
                    .map(Wording::word)
                    .ifPresent(weight -> does.add(Wording.word(question) + " " + weight));
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

    private static List<Item> edit(RuleEdit edit) {
        List<Item> rows = new ArrayList<>();
        rows.add(new Item(1, edit.after().id() + (edit.affectsVerdict() ? "" : " (wording only)")));
        for (RuleEdit.Field field : edit.fields()) {
            rows.add(new Item(2, value(field, edit.before()) + " → " + value(field, edit.after())));
        }
        return rows;
    }

    private static String value(RuleEdit.Field field, Rule rule) {
        return switch (field) {
            case CLAIM -> rule.claim();
            case GROUP -> "under " + rule.group();
            case WHEN -> conditions(rule);
            case ALLIANCE -> "alliance " + rule.alliance().map(Wording::word).orElse("untouched");
            case PARTNERSHIP ->
                "partnership " + rule.partnership().map(Wording::word).orElse("untouched");
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
}
