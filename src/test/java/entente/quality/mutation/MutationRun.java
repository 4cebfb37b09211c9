package entente.quality.mutation;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries the mutants of the shipped rule book against its cases, which people wrote: golden files and digests would notice
 * every change, and tests that read thresholds from the rule none. Results are in the order of the mutants, regardless of
 * threads.
 */
final class MutationRun {

    /** What is wrong. */
    enum Operator {
        THRESHOLD("a threshold one grade up or down"),
        COMPARISON("at least and at most changed for each other"),
        CONDITION("a condition left out"),
        RULE("a rule left out"),
        STRENGTH("a weight one strength up or down"),
        SIDE("a weight on the other side"),
        WEIGHT("a weight left out"),
        TAG("a tag left out"),
        TAG_ADDED("a tag too many"),
        OVERRIDE("an override of another tag, or of one more or fewer"),
        CEILING_KIND("a ceiling of another kind"),
        CEILING_FIGURE("knee or limit of a ceiling ±1 percentage point, its share ±0.05"),
        POINTS("the points of a strength ±10 %"),
        BASE_RATE("a base rate ±1 percentage point"),
        STATE("the points of a state ±0.5, the percentage of an operational alliance ±0.5"),
        CUT("a cut point one step up or down");

        final String label;

        Operator(String label) {
            this.label = label;
        }
    }

    /**
     * A rule book with one change.
     *
     * @param id original and replacement: readable and stable
     * @param subject the changed rule, indicator or number
     * @param book the changed rule book; empty if it does not load
     */
    record Mutant(Operator operator, String id, String subject, Supplier<Optional<RuleBook>> book) {}

    record Fate(Mutant mutant, State state) {}

    enum State {
        /** The rule book does not load; not counted. */
        REFUSED,
        /** Proved to give the same answers, or listed as such with a reason. */
        EQUIVALENT,
        KILLED,
        SURVIVED
    }

    private static final RuleBook BOOK = Shipped.BOOK.book();

    /** What each case names, so that those about a changed rule or indicator can run first. */
    private final Map<RuleCase, String> cases = new LinkedHashMap<>();

    /** Ids of mutants that are not proved equivalent, each with a reason. */
    private final Map<String, String> listed;

    MutationRun(Map<String, String> listed) {
        this.listed = listed;
        Path folder = CaseFiles.folder(Shipped.RULES);
        for (RuleCase one : CaseFiles.read(folder, BOOK, Shipped.SHELF).cases()) {
            String given =
                    one.situations().stream().flatMap(s -> s.given().stream()).collect(Collectors.joining(" "));
            // A single-case file names its subject in its text; the text of a list names too much.
            boolean alone = one.file().equals(one.id());
            cases.put(one, alone ? text(folder.resolve(one.file() + ".json")) : one.id() + " " + given);
        }
    }

    private static String text(Path file) {
        return new String(Shipped.bytes(file), StandardCharsets.UTF_8);
    }

    List<Fate> run() throws IOException {
        return Mutants.of(BOOK).parallelStream()
                .map(mutant -> new Fate(mutant, state(mutant)))
                .toList();
    }

    private State state(Mutant mutant) {
        Optional<RuleBook> mutated = mutant.book().get();
        if (mutated.isEmpty()) {
            return State.REFUSED;
        }
        Assessor assessor = new Assessor(RewrittenRuleBook.open(mutated.get()));
        Map<Boolean, List<Map.Entry<RuleCase, String>>> near = cases.entrySet().stream()
                .collect(Collectors.partitioningBy(one -> one.getValue().contains(mutant.subject())));
        boolean killed = Stream.of(true, false)
                .flatMap(about -> near.get(about).stream())
                .anyMatch(one -> !one.getKey().run(assessor).passed());
        if (killed) {
            return State.KILLED;
        }
        return listed.containsKey(mutant.id()) || changesNothing(mutant, mutated.get())
                ? State.EQUIVALENT
                : State.SURVIVED;
    }

    /** A cut point between grades that no rule tells apart, or a tag whose overrides never hold together with the rule. */
    private static boolean changesNothing(Mutant mutant, RuleBook mutated) {
        return switch (mutant.operator()) {
            case CUT -> decisiveCuts(BOOK).equals(decisiveCuts(mutated));
            case TAG_ADDED -> {
                Rule before = BOOK.find(mutant.subject()).orElseThrow();
                Rule after = mutated.find(mutant.subject()).orElseThrow();
                yield BOOK.relationship().isPact(after) == BOOK.relationship().isPact(before)
                        && mutated.rules().stream()
                                .filter(other -> other.overrides(after) && !other.overrides(before))
                                .noneMatch(other -> canHoldTogether(other, after));
            }
            default -> false;
        };
    }

    /** Of each indicator the values at which the answer of some rule changes. */
    private static Map<String, List<Double>> decisiveCuts(RuleBook book) {
        return book.catalogue().indicators().stream()
                .collect(Collectors.toMap(
                        Indicator::id,
                        indicator -> Stream.of(Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH)
                                .filter(grade -> book.rules().stream()
                                        .flatMap(rule -> rule.conditions().stream())
                                        .filter(c -> c.indicator().equals(indicator.id()))
                                        .anyMatch(c ->
                                                c.isMetBy(grade) != c.isMetBy(Grade.values()[grade.ordinal() - 1])))
                                .map(indicator.scale()::from)
                                .toList()));
    }

    private static boolean canHoldTogether(Rule one, Rule other) {
        Map<String, List<RuleCondition>> conditions = Stream.of(one, other)
                .flatMap(rule -> rule.conditions().stream())
                .collect(Collectors.groupingBy(RuleCondition::indicator));
        return conditions.values().stream()
                .allMatch(all -> Arrays.stream(Grade.values())
                        .anyMatch(grade -> all.stream().allMatch(condition -> condition.isMetBy(grade))));
    }
}
