package entente.report.briefing;

import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.BaseRateVariant;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands below the bottom line: what drives it, how far it is open, other base rates, the other reading, the relationship. */
final class LeadText {

    private final BriefingBasis basis;
    private final Assessment assessment;
    private final Verdict verdict;
    private final Figures figures;

    LeadText(BriefingBasis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
        this.verdict = assessment.verdict();
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
        boolean rated = assessment.confidence().known() > 0;
        open().ifPresent(sentences::add);
        AssessmentSentences.edge(assessment, basis.scale())
                .map(edge -> edge.replaceFirst("^That", "The likelihood"))
                .ifPresent(sentences::add);
        if (rated) {
            baseRates().ifPresent(sentences::add);
            basis.rival()
                    .flatMap(contrast -> RivalText.verdict(contrast, basis))
                    .ifPresent(sentences::add);
        }
        sentences.addAll(new RelationshipText(assessment).sentences());
        return List.copyOf(sentences);
    }

    /** What the open readings leave; where the bottom line says it, what is rated gives alone. */
    private Optional<String> open() {
        Interval interval = verdict.interval();
        if (interval.widthTenths() == 0) {
            return Optional.empty();
        }
        String readings = AssessmentSentences.openReadings(assessment);
        String span = figures.span(interval.low(), verdict.likelihood(), interval.high());
        if (Headline.saysLittle(interval) && assessment.confidence().known() > 0) {
            return Optional.of("That depends on " + readings + ".");
        }
        boolean said = assessment.confidence().known() > 0 && !AssessmentSentences.isOneBand(interval, basis.scale());
        return Optional.of(
                said
                        ? "That depends on " + readings + "; what is rated"
                                + (assessment.confidence().assumed() > 0 ? " or assumed" : "")
                                + ", taken alone, gives "
                                + figures.of(verdict.likelihood()) + ", "
                                + AssessmentSentences.band(verdict.likelihood(), basis.scale())
                                + ", from which the figures below start."
                        : "Depending on " + readings + ", it ranges from " + span + ".");
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
        List<String> bands = Stream.of(low.likelihood(), verdict.likelihood(), high.likelihood())
                .map(likelihood -> AssessmentSentences.band(likelihood, basis.scale()))
                .distinct()
                .toList();
        String words = bands.size() == 1 ? "" : ", " + bands.get(0) + " to " + bands.get(bands.size() - 1);
        return Optional.of("With a base rate of " + rates + " instead of " + rate(base)
                + (AssessmentSentences.isOneBand(verdict.interval(), basis.scale())
                        ? " the likelihood"
                        : " that figure")
                + " would be "
                + result + words + ".");
    }

    private static String rate(double percent) {
        return Wording.figure(percent) + Wording.GLUE + "%";
    }
}
