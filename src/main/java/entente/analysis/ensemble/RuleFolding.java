package entente.analysis.ensemble;

import entente.model.Grade;
import entente.model.Question;
import entente.model.rule.CeilingKind;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Removes from a book what the fixed readings and the assumptions decide once for all variants. */
final class RuleFolding {

    private final ScoringModel model;
    private final Grade[] fixed;
    private final int[] columnOf;

    private RuleFolding(ScoringModel model, Grade[] fixed, int[] varied) {
        this.model = model;
        this.fixed = fixed;
        columnOf = new int[fixed.length];
        Arrays.fill(columnOf, -1);
        for (int column = 0; column < varied.length; column++) {
            if (columnOf[varied[column]] >= 0) {
                throw new IllegalArgumentException("indicator " + varied[column] + " is varied twice");
            }
            columnOf[varied[column]] = column;
        }
    }

    /** The rules that can hold for some variant, in the order of the book. */
    static List<FoldedRule> fold(ScoringModel model, Grade[] fixed, int[] varied) {
        RuleFolding folding = new RuleFolding(model, fixed, varied);
        int[] possible = IntStream.range(0, model.rules().size())
                .filter(rule -> !model.disabled(rule) && folding.canHold(rule))
                .toArray();
        List<FoldedRule> folded = new ArrayList<>();
        for (int rule : possible) {
            folded.add(folding.fold(rule, possible));
        }
        return folded;
    }

    private boolean canHold(int rule) {
        int[] read = model.indicators(rule);
        return IntStream.range(0, read.length)
                .allMatch(at -> columnOf[read[at]] < 0
                        ? model.accepts(rule, at, fixed[read[at]])
                        : acceptedGrades(rule, at) != 0);
    }

    private int acceptedGrades(int rule, int at) {
        return Arrays.stream(Grade.values())
                .filter(grade -> model.accepts(rule, at, grade))
                .mapToInt(grade -> 1 << grade.ordinal())
                .sum();
    }

    private FoldedRule fold(int rule, int[] possible) {
        int[] read = model.indicators(rule);
        int[] open = IntStream.range(0, read.length)
                .filter(at -> columnOf[read[at]] >= 0)
                .toArray();
        boolean pact = model.claimsPact(rule);
        int signal = model.rules()
                .get(rule)
                .ceiling()
                .map(CeilingKind::ordinal)
                .map(kind -> 1 << kind)
                .orElse(0);
        return new FoldedRule(
                IntStream.of(open).map(at -> columnOf[read[at]]).toArray(),
                IntStream.of(open).map(at -> acceptedGrades(rule, at)).toArray(),
                PackedPoints.of(
                        model.points(rule, Question.ALLIANCE).hundredths(),
                        model.points(rule, Question.PARTNERSHIP).hundredths()),
                pact ? signal | OutcomeColumns.PACT : signal,
                pact,
                IntStream.range(0, possible.length)
                        .filter(other -> model.overrides(possible[other], rule))
                        .boxed()
                        .toList());
    }
}
