package entente.report.briefing;

import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.BaseRateVariant;
import entente.model.assessment.Verdict;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands below the bottom line: what drives it, other base rates, the other reading, the relationship. */
final class LeadText {

    private final BriefingBasis basis;
    private final Assessment assessment;
    private final Verdict verdict;
    private final VerdictSentences stated;
    private final Figures figures;

    LeadText(BriefingBasis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
        this.verdict = assessment.verdict();
        this.stated = new VerdictSentences(assessment, basis.scale());
        this.figures = new Figures(basis.scale());
    }

    /** What a supposition changes, else the factors of the level; nothing where none is worth naming. */
    String drivers() {
        return basis.change()
                .flatMap(change -> ChangeText.drivers(change, figures))
                .orElseGet(this::factors);
    }

    private String factors() {
        Tense tense = Tense.of(assessment.scenario());
        List<String> drivers = largest(1);
        List<String> barriers = largest(-1);
        if (drivers.isEmpty()) {
            return barriers.isEmpty()
                    ? ""
                    : Wording.capitalized(Wording.listed(barriers)) + verb(barriers, tense, "hold", "held")
                            + " the likelihood back most, and no factor of weight" + tense.of(" drives", " drove")
                            + " it.";
        }
        return Wording.capitalized(Wording.listed(drivers)) + verb(drivers, tense, "drive", "drove")
                + " the likelihood most, and "
                + (barriers.isEmpty()
                        ? "no factor of weight" + tense.of(" holds", " held") + " it back."
                        : Wording.listed(barriers) + verb(barriers, tense, "hold", "held") + " it back most.");
    }

    private static String verb(List<String> subjects, Tense tense, String present, String past) {
        boolean several = subjects.size() > 1;
        return (several ? " equally " : " ") + tense.of(several ? present : present + "s", past);
    }

    /** The largest factor worth naming in a direction; several where they are equal. */
    private List<String> largest(int direction) {
        List<Factor> factors = BalanceTerms.of(assessment).factors().stream()
                .filter(Factor::worthNaming)
                .filter(factor -> factor.direction() == direction)
                .toList();
        return factors.stream()
                .filter(factor -> factor.size() == factors.get(0).size())
                .map(Factor::inSentence)
                .toList();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(VerdictSentences.EVENT);
        stated.edge().ifPresent(sentences::add);
        if (stated.isRated()) {
            if (stated.isIntervalFirst()) {
                sentences.add("The figures below start from " + figures.of(verdict.likelihood(), false) + ".");
            }
            baseRates().ifPresent(sentences::add);
            basis.rival()
                    .flatMap(contrast -> RivalText.verdict(contrast, basis))
                    .ifPresent(sentences::add);
        }
        sentences.addAll(new RelationshipText(assessment).sentences());
        return List.copyOf(sentences);
    }

    private Optional<String> baseRates() {
        double base = assessment.outlook().path().basePercent();
        List<BaseRateVariant> others = assessment.outsideView().stream()
                .filter(view -> view.baseRatePercent() != base)
                .sorted(Comparator.comparingDouble(BaseRateVariant::baseRatePercent))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        BaseRateVariant low = others.get(0);
        BaseRateVariant high = others.get(others.size() - 1);
        String rates = Stream.of(low, high)
                .map(view -> rate(view.baseRatePercent()))
                .distinct()
                .reduce((one, other) -> one + " to " + other)
                .orElseThrow();
        String result = low.likelihood().equals(high.likelihood())
                ? figures.of(low.likelihood())
                : figures.span(low.likelihood(), verdict.likelihood(), high.likelihood());
        String words = VerdictSentences.words(low.likelihood(), high.likelihood(), basis.scale());
        return Optional.of("With a base rate of " + rates + " instead of " + rate(base)
                + (stated.isIntervalFirst() ? " the " + figures.of(verdict.likelihood(), false) : " the likelihood")
                + " would be " + result + ", " + words + ".");
    }

    private static String rate(double percent) {
        return Wording.figure(percent) + Wording.GLUE + "%";
    }
}
