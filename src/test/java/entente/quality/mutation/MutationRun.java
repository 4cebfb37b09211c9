package entente.quality.mutation;

import entente.model.rule.RuleBook;
import entente.quality.mutation.Killer.Answers;
import entente.quality.mutation.Killer.Kind;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the mutants of a rule book against killers. Results are in the order of the mutants, regardless of threads.
 *
 * @param equivalents mutants that {@link SameAnswers} does not prove equivalent, each with a reason
 */
record MutationRun(RuleBook book, List<Killer> killers, Map<String, String> equivalents) {

    /**
     * A rule book with one change.
     *
     * @param id original and replacement: readable and stable
     * @param subject the changed rule, indicator or number
     * @param book the changed rule book; empty if it does not load
     */
    record Mutant(Operator operator, String id, String subject, Supplier<Optional<RuleBook>> book) {}

    /** @param by the first killer that the mutant fails */
    record Fate(Mutant mutant, State state, Optional<Kind> by) {}

    enum State {
        /** The rule book does not load; not counted. */
        REFUSED,
        /** Proved equivalent by {@link SameAnswers}. */
        SAME,
        /** Among the equivalents. */
        LISTED,
        KILLED,
        SURVIVED
    }

    /** All mutants of a rule book. */
    static List<Mutant> mutants(RuleBook book, Path folder) throws IOException {
        List<Mutant> all = new ArrayList<>(RuleMutants.of(book));
        all.addAll(FigureMutants.of(book, folder));
        return all;
    }

    List<Fate> run(List<Mutant> mutants) {
        return mutants.parallelStream().map(this::fate).toList();
    }

    private Fate fate(Mutant mutant) {
        Optional<RuleBook> mutated = mutant.book().get();
        if (mutated.isEmpty()) {
            return new Fate(mutant, State.REFUSED, Optional.empty());
        }
        Answers answers = new Answers(new Assessor(RewrittenRuleBook.open(mutated.get())));
        Map<Boolean, List<Killer>> near = killers.stream()
                .collect(Collectors.partitioningBy(k -> k.about().contains(mutant.subject())));
        Optional<Kind> by = Stream.of(true, false)
                .flatMap(about -> near.get(about).stream())
                .filter(killer -> !killer.holds().test(answers))
                .map(Killer::kind)
                .findFirst();
        return new Fate(mutant, by.isPresent() ? State.KILLED : spared(mutant, mutated.get()), by);
    }

    private State spared(Mutant mutant, RuleBook mutated) {
        if (SameAnswers.everywhere(book, mutated)) {
            return State.SAME;
        }
        return equivalents.containsKey(mutant.id()) ? State.LISTED : State.SURVIVED;
    }

    /** Each entry of the equivalents must be a mutant that is neither killed nor proved equivalent. */
    List<String> wrongEntries(List<Fate> fates) {
        List<String> right = fates.stream()
                .filter(fate -> fate.state() == State.LISTED)
                .map(fate -> fate.mutant().id())
                .toList();
        return equivalents.keySet().stream().filter(id -> !right.contains(id)).toList();
    }
}
