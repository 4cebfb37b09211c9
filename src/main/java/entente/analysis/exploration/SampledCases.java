package entente.analysis.exploration;

import entente.analysis.exploration.ExactCases.Expectations;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Estimates by random cases, where counting all of them exceeds its limit. The seed is fixed: repeatable. */
final class SampledCases {

    static final int SIZE = 40_000;
    static final int SEED = 2019;

    private final ScoredScenario scored;
    private final Priors priors;
    private final SplittableRandom random = new SplittableRandom(SEED);

    SampledCases(ScoredScenario scored, Priors priors) {
        this.scored = scored;
        this.priors = priors;
    }

    /** @throws java.util.concurrent.CancellationException if the thread is interrupted */
    Expectations draw() {
        int indicators = priors.byGrade().length;
        SortedMap<Integer, Double> byPoints = new TreeMap<>();
        double[][][] joints = new double[indicators][Diagram.GRADES][DiagramSums.OUTPUTS];
        double[][] relationship = new double[Relationship.values().length][Band.values().length];
        double share = 1.0 / SIZE;
        for (int n = 0; n < SIZE; n++) {
            Grade[] grades = grades(priors.byGrade());
            boolean[] satisfied = scored.model().satisfiedRules(grades);
            ScoringOutcome outcome = scored.outcome(satisfied);
            Percent likelihood = outcome.likelihood();
            int band = likelihood.band().ordinal();
            byPoints.merge(outcome.result().hundredths(), share, Double::sum);
            relationship[
                    RelationshipJudgement.of(scored.model(), outcome, satisfied)
                            .relationship()
                            .ordinal()][band] += share;
            for (int i = 0; i < indicators; i++) {
                double[] joint = joints[i][grades[i].ordinal()];
                joint[band] += share;
                joint[DiagramSums.PERCENT] += share * likelihood.value();
            }
        }
        return new Expectations(
                byPoints, joints, relationship, false, Map.of(), List.of(), List.of(), Optional.empty());
    }

    private Grade[] grades(double[][] byGrade) {
        Grade[] grades = new Grade[byGrade.length];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = Grade.values()[pick(byGrade[i])];
        }
        return grades;
    }

    /** A position drawn by its probability; one without probability is never drawn. */
    private int pick(double[] probability) {
        double left = random.nextDouble();
        int last = 0;
        for (int n = 0; n < probability.length; n++) {
            if (probability[n] > 0) {
                last = n;
                left -= probability[n];
                if (left < 0) {
                    return n;
                }
            }
        }
        return last;
    }
}
