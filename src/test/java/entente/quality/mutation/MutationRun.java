package entente.quality.mutation;

import entente.model.rule.RuleBook;
import entente.quality.mutation.Fate.State;
import entente.quality.mutation.Killer.Kind;
import entente.rulebook.RewrittenRuleBook;
import entente.scoring.Assessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the mutants of a rule book against killers. Results are in the order of the mutants, regardless of threads. */
final class MutationRun {

    private final RuleBook book;
    private final List<Killer> killers;
    private final Equivalents equivalents;

    MutationRun(RuleBook book, List<Killer> killers, Equivalents equivalents) {
        this.book = book;
        this.killers = killers;
        this.equivalents = equivalents;
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
                .flatMap(about -> near.getOrDefault(about, List.of()).stream())
                .filter(killer -> !killer.holds().test(answers))
                .map(Killer::kind)
                .findFirst();
        return new Fate(mutant, by.isPresent() ? State.KILLED : spared(mutant, mutated.get()), by);
    }

    private State spared(Mutant mutant, RuleBook mutated) {
        if (SameAnswers.everywhere(book, mutated)) {
            return State.SAME;
        }
        return equivalents.reasons().containsKey(mutant.id()) ? State.LISTED : State.SURVIVED;
    }

    /** Errors in the list of equivalents: each entry must be a mutant that is neither killed nor proved equivalent. */
    List<String> wrongEntries(List<Mutant> all, List<Fate> fates) {
        List<String> wrong = new ArrayList<>();
        Set<String> known = all.stream().map(Mutant::id).collect(Collectors.toSet());
        for (String id : equivalents.reasons().keySet()) {
            if (!known.contains(id)) {
                wrong.add("there is no such mutant: " + id);
            }
        }
        for (Fate fate : fates) {
            boolean listed = equivalents.reasons().containsKey(fate.mutant().id());
            if (listed && fate.state() != State.LISTED) {
                wrong.add("listed as equivalent, yet " + fate.state() + ": "
                        + fate.mutant().id());
            }
        }
        return wrong;
    }
}
