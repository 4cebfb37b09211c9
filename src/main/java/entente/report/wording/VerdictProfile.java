package entente.report.wording;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ReadingEffect;
import entente.analysis.exploration.ReadingEffect.GradeEffect;
import entente.model.Band;
import entente.model.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What the cases of a verdict have in common: the readings that are more often so in them than in all cases. */
@RequiredArgsConstructor
final class VerdictProfile {

    private static final double WORTH_NAMING = 0.005;

    private final ExplorationResult result;
    private final Band band;

    /** The most typical readings, one sentence for all of them; empty if none is typical. */
    Optional<String> sentence(int most) {
        List<Trait> traits = result.effects().stream()
                .flatMap(effect -> traits(effect)
                        .max(Comparator.comparingDouble(Trait::rise)
                                .thenComparing(Trait::words, Comparator.reverseOrder()))
                        .stream())
                .filter(trait -> trait.rise() > WORTH_NAMING)
                .sorted(Comparator.comparingDouble(Trait::rise).reversed())
                .limit(most)
                .toList();
        return traits.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.capitalized(band.term()) + ": "
                        + String.join("; ", traits.stream().map(this::text).toList()) + ".");
    }

    /** @param words such as "at least high" */
    private record Trait(String indicator, String words, double before, double after) {
        double rise() {
            return after - before;
        }
    }

    /** Every range of grades from one end of the possible ones, and whether the reading is unknown. */
    private Stream<Trait> traits(ReadingEffect effect) {
        List<GradeEffect> known = effect.grades().stream()
                .filter(grade -> grade.grade() != Grade.UNKNOWN)
                .toList();
        List<Trait> traits = new ArrayList<>();
        for (int cut = 1; cut < known.size(); cut++) {
            String lower = Wording.word(known.get(cut - 1).grade());
            String upper = Wording.word(known.get(cut).grade());
            traits.add(trait(effect, cut == 1 ? lower : "at most " + lower, known.subList(0, cut)));
            boolean last = cut == known.size() - 1;
            traits.add(trait(effect, last ? upper : "at least " + upper, known.subList(cut, known.size())));
        }
        effect.grades().stream()
                .filter(grade -> grade.grade() == Grade.UNKNOWN)
                .forEach(grade -> traits.add(trait(effect, "unknown", List.of(grade))));
        return traits.stream();
    }

    private Trait trait(ReadingEffect effect, String words, List<GradeEffect> grades) {
        return new Trait(
                effect.indicator(),
                words,
                sum(grades, GradeEffect::probability),
                sum(grades, grade -> grade.posterior().getOrDefault(band, 0.0)));
    }

    private static double sum(List<GradeEffect> grades, ToDoubleFunction<GradeEffect> probability) {
        return grades.stream().mapToDouble(probability).sum();
    }

    private String text(Trait trait) {
        return "“" + result.catalogue().indicator(trait.indicator()).shortLabel() + "” is " + trait.words() + " in "
                + ProbabilityText.percent(trait.after()) + " of such cases, " + ProbabilityText.percent(trait.before())
                + " of all";
    }
}
