package entente.analysis.exploration;

import entente.analysis.exploration.ExplorationResult.Box;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScenarioVariant;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringModel.ScoringOutcome;
import entente.testkit.RandomWorlds;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Every case of the first indicators one by one: what an exact exploration must equal. */
final class CountedCases {

    static final int HORIZON = 5;

    final double[][] prior;
    final double[][][] joints;
    final double[][] relationship = new double[Relationship.values().length][Band.values().length];
    final Map<Integer, Double> byPoints = new TreeMap<>();
    final double[] likeliest = new double[Band.values().length];
    /** The likelihood of each case, by the grades as digits, and its probability. */
    final double[] percent;

    final double[] probability;

    private final ScoringModel model;
    private final Points base;

    CountedCases(LoadedRuleBook book, double[][] prior) {
        this(book, prior, Assumptions.NONE);
    }

    CountedCases(LoadedRuleBook book, double[][] prior, Assumptions assumptions) {
        this.model = new ScoringModel(book.book(), book.tables(), assumptions);
        this.base = ScoringModel.basePoints(book.book(), assumptions, HORIZON);
        this.prior = prior;
        joints = new double[prior.length][Diagram.GRADES][DiagramSums.OUTPUTS];
        percent = new double[(int) Math.pow(Diagram.GRADES, prior.length)];
        probability = new double[percent.length];
        Grade[] grades = new Grade[book.book().catalogue().indicators().size()];
        Arrays.fill(grades, Grade.UNKNOWN);
        count(new ScenarioVariant(model, base, grades), 0, 1, 0);
    }

    private void count(ScenarioVariant variant, int next, double p, int digits) {
        if (next == prior.length) {
            add(variant, p, digits);
            return;
        }
        for (int grade = 0; grade < Diagram.GRADES; grade++) {
            if (prior[next][grade] > 0) {
                variant.set(next, Grade.values()[grade]);
                count(variant, next + 1, p * prior[next][grade], digits * Diagram.GRADES + grade);
            }
        }
    }

    private void add(ScenarioVariant variant, double p, int digits) {
        ScoringOutcome outcome = variant.outcome();
        double likelihood = outcome.likelihood().value();
        int band = outcome.likelihood().band().ordinal();
        byPoints.merge(outcome.result().hundredths(), p, Double::sum);
        relationship[
                RelationshipJudgement.of(model, outcome, variant.satisfiedRules())
                        .relationship()
                        .ordinal()][band] += p;
        likeliest[band] = Math.max(likeliest[band], p);
        percent[digits] = likelihood;
        probability[digits] = p;
        for (int i = 0; i < prior.length; i++) {
            joints[i][variant.grade(i).ordinal()][band] += p;
            joints[i][variant.grade(i).ordinal()][DiagramSums.PERCENT] += p * likelihood;
        }
    }

    double mean() {
        double mean = 0;
        for (int n = 0; n < percent.length; n++) {
            mean += probability[n] * percent[n];
        }
        return mean;
    }

    /** The variance that is left when all readings but some are known, those given as digits that vary. */
    double leftVariance(int indicator) {
        int step = (int) Math.pow(Diagram.GRADES, prior.length - 1 - indicator);
        double sum = 0;
        for (int n = 0; n < percent.length; n++) {
            if (n / step % Diagram.GRADES == 0) {
                double p = 0;
                double mean = 0;
                for (int grade = 0; grade < Diagram.GRADES; grade++) {
                    p += probability[n + grade * step];
                    mean += probability[n + grade * step] * percent[n + grade * step];
                }
                for (int grade = 0; grade < Diagram.GRADES && p > 0; grade++) {
                    double away = percent[n + grade * step] - mean / p;
                    sum += probability[n + grade * step] * away * away;
                }
            }
        }
        return sum;
    }

    /** The variance that only two readings together explain. */
    double pairVariance(int first, int second) {
        double[][] mass = new double[Diagram.GRADES][Diagram.GRADES];
        double[][] sum = new double[Diagram.GRADES][Diagram.GRADES];
        for (int n = 0; n < percent.length; n++) {
            int a = grade(n, first);
            int b = grade(n, second);
            mass[a][b] += probability[n];
            sum[a][b] += probability[n] * percent[n];
        }
        double variance = 0;
        for (int a = 0; a < Diagram.GRADES; a++) {
            for (int b = 0; b < Diagram.GRADES; b++) {
                if (mass[a][b] > 0) {
                    double alone = mean(first, a) + mean(second, b) - mean();
                    variance += mass[a][b] * Math.pow(sum[a][b] / mass[a][b] - alone, 2);
                }
            }
        }
        return variance;
    }

    private int grade(int digits, int indicator) {
        return digits / (int) Math.pow(Diagram.GRADES, prior.length - 1 - indicator) % Diagram.GRADES;
    }

    private double mean(int indicator, int grade) {
        return joints[indicator][grade][DiagramSums.PERCENT] / prior[indicator][grade];
    }

    /** The probability of the cases of a box, and of those of them that reach a verdict. */
    double[] within(Box box, Band band, boolean orAbove) {
        double[] sums = new double[2];
        for (int n = 0; n < percent.length; n++) {
            int digits = n;
            boolean inside = probability[n] > 0;
            for (int i = prior.length - 1; i >= 0; i--) {
                String id = RandomWorlds.INDICATORS.get(i).id();
                Grade grade = Grade.values()[digits % Diagram.GRADES];
                inside &= box.conditions().stream()
                        .filter(condition -> condition.indicator().equals(id))
                        .allMatch(condition -> condition.isMetBy(grade));
                digits /= Diagram.GRADES;
            }
            Band reached = new Percent(Math.max(1, (int) Math.rint(percent[n] * 10))).band();
            boolean counts = orAbove ? reached.compareTo(band) >= 0 : reached.compareTo(band) <= 0;
            sums[0] += inside ? probability[n] : 0;
            sums[1] += inside && counts ? probability[n] : 0;
        }
        return sums;
    }

    /** Random probabilities, some of them 0, with some weight on an unknown reading at times. */
    static double[][] randomPriors(SplittableRandom random, int indicators) {
        double[][] prior = new double[indicators][Diagram.GRADES];
        for (double[] byGrade : prior) {
            int zero = random.nextInt(3);
            for (int grade = random.nextInt(4) == 0 ? 0 : 1; grade < Diagram.GRADES; grade++) {
                byGrade[grade] = random.nextInt(3) < zero && grade > 1 ? 0 : random.nextDouble();
            }
            double sum = Arrays.stream(byGrade).sum();
            for (int grade = 0; grade < Diagram.GRADES; grade++) {
                byGrade[grade] /= sum;
            }
        }
        return prior;
    }

    static Scenario scenario(double[][] prior) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < prior.length; i++) {
            Map<Grade, Double> weights = new EnumMap<>(Grade.class);
            for (Grade grade : Grade.values()) {
                if (prior[i][grade.ordinal()] > 0) {
                    weights.put(grade, prior[i][grade.ordinal()]);
                }
            }
            String id = RandomWorlds.INDICATORS.get(i).id();
            readings.put(id, Reading.unknown(id).withDistribution(Optional.of(new GradeWeights(weights))));
        }
        return RandomWorlds.scenario(readings, HORIZON);
    }
}
