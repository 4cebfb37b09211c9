package entente.report.wording;

import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingStatus;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.ReadingMove;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values in the unit of their indicator, ranges of its scale, and readings with their sources. */
public record MeasureText(Indicator indicator) {

    /** A value with its unit, as tables have it. */
    public String inTable(double value) {
        String figure = Wording.figure(value);
        return switch (indicator.unit()) {
            case "percent" -> figure + Wording.GLUE + "%";
            case "USD bn" -> figure + Wording.GLUE + "bn" + Wording.GLUE + "USD";
            default -> figure;
        };
    }

    /** A value with its unit. 0 and 100 percent are spelled out, so as not to read like a certainty. */
    public String value(double value) {
        return switch (indicator.unit().equals("percent") ? Wording.figure(value) : "") {
            case "0" -> "zero";
            case "100" -> "a hundred percent";
            default -> inTable(value);
        };
    }

    /** A value with what it stands for, where the catalogue says so. */
    public String explained(double value) {
        return value(value) + anchor(value).map(words -> " (" + words + ")").orElse("");
    }

    /** A value in the words of the catalogue where it has some, such as "mutual defence". */
    public String inWords(double value) {
        return anchor(value).orElseGet(() -> value(value));
    }

    /** The same within a sentence or beside other words: those of the catalogue in quotation marks. */
    public String quoted(double value) {
        return anchor(value).map(words -> "“" + words + "”").orElseGet(() -> value(value));
    }

    /** A reading as it stands beside other words: its value with its range, or how probable each grade is. */
    public String reading(Reading reading) {
        return described(reading, this::quoted);
    }

    /** The same as a name of its own, with its range: the words of the catalogue without quotation marks. */
    public String readingInWords(Reading reading) {
        return described(reading, this::inWords) + (reading.isWeighted() ? "" : within(reading));
    }

    /** The range of a reading after its value; empty for a single value. */
    String within(Reading reading) {
        return reading.range()
                .filter(ValueRange::wide)
                .map(range -> ", within " + value(range.low()) + " to " + value(range.high()))
                .orElse("");
    }

    private String described(Reading reading, DoubleFunction<String> words) {
        return figure(reading, words).orElse("unrated");
    }

    /** Where a reading stands, with the grade that counts. */
    public String now(Reading reading, Grade grade) {
        return figure(reading, this::value)
                .map(figure -> "now " + figure + counts(reading) + Wording.word(grade))
                .orElse("not rated");
    }

    /** A value as it is shown, or how probable each grade is; empty where nothing is rated. */
    public static Optional<String> figure(Reading reading, DoubleFunction<String> shown) {
        return reading.isWeighted() ? distribution(reading) : reading.range().map(range -> shown.apply(range.value()));
    }

    /** What is open of a reading: its range with its distribution, or how probable each grade is. */
    public String open(Reading reading) {
        String shape = distribution(reading).map(text -> ", " + text).orElse("");
        return reading.range()
                .filter(ValueRange::wide)
                .map(wide -> quoted(wide.low()) + " to " + quoted(wide.high()) + shape)
                .orElseGet(() -> reading(reading));
    }

    private Optional<String> anchor(double value) {
        return value == Math.rint(value)
                ? Optional.ofNullable(indicator.anchors().get((int) value))
                : Optional.empty();
    }

    public static String range(Indicator indicator) {
        return indicator.unit() + " " + Wording.figure(indicator.low()) + " to " + Wording.figure(indicator.high());
    }

    /** What a higher value of an indicator does. */
    public static String effect(Sign sign) {
        return switch (sign) {
            case RAISES -> "a higher value raises it";
            case LOWERS -> "a higher value lowers it";
            case NOTHING -> "no effect";
            case TWO_SIDED -> "two-sided";
            case GATE -> "necessary beside other readings";
            case VETO -> "limits it whatever the other readings are";
        };
    }

    /** To where a reading moves, with the grades there. */
    public String moved(ReadingMove move) {
        return where(move, this::value) + ", " + Wording.word(move.first())
                + (move.first() == move.last() ? "" : " to " + Wording.word(move.last()));
    }

    /** The values of a range: "at 4 or 5", "at 15 % or more", "from 15 % to below 25 %". */
    public String where(GradeRange range, DoubleFunction<String> shown) {
        return where(range.atLeast(), range.below(), shown);
    }

    /** The values that a change of a reading may have. */
    public String where(ReadingMove move, DoubleFunction<String> shown) {
        return where(move.atLeast(), move.below(), shown);
    }

    /** The values with which a condition holds under the cut points of a scenario. */
    String where(RuleCondition condition, Scenario scenario, DoubleFunction<String> shown) {
        OptionalDouble cut =
                OptionalDouble.of(scenario.assumptions().scale(indicator).from(condition.decidingGrade()));
        return condition.comparison() == ComparisonOperator.AT_LEAST
                ? where(cut, OptionalDouble.empty(), shown)
                : where(OptionalDouble.empty(), cut, shown);
    }

    /**
     * The values of a range.
     *
     * @param from empty for the low end of the indicator
     * @param below the next cut point; empty for the high end of the indicator
     * @param shown a value at an end; it may say what the value stands for
     */
    private String where(OptionalDouble from, OptionalDouble below, DoubleFunction<String> shown) {
        if (from.isEmpty() && below.isEmpty()) {
            return "at any value";
        }
        double first = from.orElse(indicator.low());
        double last = below.isEmpty() ? indicator.high() : indicator.whole() ? below.getAsDouble() - 1 : Double.NaN;
        if (first == last) {
            return "at " + shown.apply(first);
        }
        if (below.isEmpty()) {
            return "at " + shown.apply(first) + " or more";
        }
        if (!indicator.whole()) {
            return from.isEmpty()
                    ? "below " + shown.apply(below.getAsDouble())
                    : "from " + shown.apply(first) + " to below " + value(below.getAsDouble());
        }
        return from.isEmpty()
                ? "at " + shown.apply(last) + " or less"
                : "at " + shown.apply(first) + (last == first + 1 ? " or " : " to ") + shown.apply(last);
    }

    /** A distribution that the scenario states, in words; empty for none. */
    public static Optional<String> distribution(Reading reading) {
        return reading.distribution()
                .map(distribution -> distribution instanceof GradeWeights weights
                        ? weights.byGrade().entrySet().stream()
                                .map(entry -> Wording.word(entry.getKey()) + " "
                                        + Wording.figure(Numbers.rounded(100 * entry.getValue(), 1)) + Wording.GLUE
                                        + "%")
                                .collect(Collectors.joining(", "))
                        : distribution.text());
    }

    /** Every reading with its source, in the order of the catalogue. */
    public static List<String> readings(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        for (Indicator indicator : assessment.catalogue().indicators()) {
            Reading reading = assessment.reading(indicator.id());
            if (reading.status() != ReadingStatus.UNKNOWN) {
                List<String> footing = new ArrayList<>();
                footing.add(Wording.word(reading.status()));
                reading.source().ifPresent(footing::add);
                reading.grade().ifPresent(grade -> footing.add(grade.toString()));
                reading.asOf().ifPresent(date -> footing.add(date.toString()));
                sentences.add(value(indicator, reading, assessment) + " (" + String.join(", ", footing) + ").");
            }
        }
        return sentences;
    }

    /** The indicator, its value and the grade of that. */
    public static String value(Indicator indicator, Reading reading, Assessment assessment) {
        return Wording.label(indicator) + ": " + value(reading) + grade(indicator, reading, assessment);
    }

    private static String value(Reading reading) {
        Optional<String> distribution = distribution(reading);
        return reading.isWeighted()
                ? distribution.orElseThrow()
                : reading.range()
                                .map(span -> Wording.figure(span.value()) + (span.wide() ? ends(span) : ""))
                                .orElse("not rated")
                        + distribution.map(shape -> ", " + shape).orElse("");
    }

    static String ends(ValueRange range) {
        return " (" + Wording.figure(range.low()) + " to " + Wording.figure(range.high()) + ")";
    }

    /** A reading with its grade, and with its footing where that is not knowledge. */
    public static String graded(Reading reading, Grade grade) {
        String assumed = reading.status() == ReadingStatus.ASSUMED ? ", assumed" : "";
        return value(reading) + (grade == Grade.UNKNOWN ? "" : counts(reading) + Wording.word(grade)) + assumed;
    }

    /** The grade as a rule that asks for it sees it; none where no rule asks. */
    private static String grade(Indicator indicator, Reading reading, Assessment assessment) {
        return assessment.ledger().stream()
                .flatMap(row -> row.conditions().stream())
                .filter(row -> row.condition().indicator().equals(indicator.id()))
                .findFirst()
                .map(ConditionResult::grade)
                .map(grade -> counts(reading) + Wording.word(grade))
                .orElse("");
    }

    /** Of several grades, the verdict takes one. */
    static String counts(Reading reading) {
        return reading.isWeighted() ? ", counted as " : ", ";
    }

    /** Adjacent grades with the same outcome in some respect, ascending; often a single one. */
    public record GradeRange(List<GradeOutcome> outcomes) {

        /** The whole scale, cut wherever two grades differ in this respect. */
        public static List<GradeRange> of(Swing swing, Function<GradeOutcome, ?> respect) {
            List<GradeRange> ranges = new ArrayList<>();
            List<GradeOutcome> steps = swing.outcomes();
            int first = 0;
            for (int i = 1; i <= steps.size(); i++) {
                if (i == steps.size() || !respect.apply(steps.get(i)).equals(respect.apply(steps.get(first)))) {
                    ranges.add(new GradeRange(steps.subList(first, i)));
                    first = i;
                }
            }
            return ranges;
        }

        public static GradeRange around(Swing swing, GradeOutcome step, Function<GradeOutcome, ?> respect) {
            return of(swing, respect).stream()
                    .filter(range -> range.holds(step.grade()))
                    .findFirst()
                    .orElseThrow();
        }

        public boolean holds(Grade grade) {
            return outcomes.stream().anyMatch(outcome -> outcome.grade() == grade);
        }

        public Percent lowest() {
            return likelihoods().min(Comparator.naturalOrder()).orElseThrow();
        }

        public Percent highest() {
            return likelihoods().max(Comparator.naturalOrder()).orElseThrow();
        }

        private Stream<Percent> likelihoods() {
            return outcomes.stream().map(GradeOutcome::likelihood);
        }

        /** Where it begins; empty at the low end of the indicator. */
        public OptionalDouble atLeast() {
            GradeOutcome first = outcomes.get(0);
            return first.grade() == Grade.VERY_LOW ? OptionalDouble.empty() : OptionalDouble.of(first.from());
        }

        /** Before what it ends; empty at the high end of the indicator. */
        public OptionalDouble below() {
            GradeOutcome last = outcomes.get(outcomes.size() - 1);
            return last.grade() == Grade.VERY_HIGH ? OptionalDouble.empty() : OptionalDouble.of(last.to());
        }
    }

    /**
     * An open reading.
     *
     * @param reading as the scenario gives it
     * @param narrows percentage points by which the interval narrows once the reading is known; 0 for none
     */
    public record OpenReading(Indicator indicator, Reading reading, double narrows) {

        /**
         * Those that narrow the interval most first, then the others that can decide a rule about the alliance, then those
         * that are unrated, each in the order of the catalogue.
         */
        public static List<OpenReading> of(Assessment assessment) {
            Map<String, Double> open = new LinkedHashMap<>();
            assessment.findOutNext().forEach(next -> open.put(next.indicator(), next.narrowsPercent()));
            Set<String> moving = new VerdictSentences(assessment, LikelihoodScale.ICD203).moving();
            assessment.catalogue().indicators().stream()
                    .map(Indicator::id)
                    .filter(moving::contains)
                    .forEach(id -> open.putIfAbsent(id, 0.0));
            assessment.gaps().forEach(id -> open.putIfAbsent(id, 0.0));
            return open.entrySet().stream()
                    .map(one -> new OpenReading(
                            assessment.indicator(one.getKey()), assessment.reading(one.getKey()), one.getValue()))
                    .toList();
        }

        /** In a sentence. */
        String label() {
            return Wording.label(indicator) + ends();
        }

        /** As the label of a row. */
        public String shortLabel() {
            return indicator.shortLabel() + ends();
        }

        private String ends() {
            return reading.isWeighted()
                    ? " (" + MeasureText.distribution(reading).orElseThrow() + ")"
                    : reading.range().map(MeasureText::ends).orElse("");
        }

        /** By how much it narrows the interval, in a table; a dot for nothing. */
        public String narrowing() {
            return narrows > 0 ? points() + " pp" : "·";
        }

        /** The same in brackets behind a name; empty for nothing. */
        public String narrowingInWords() {
            return narrows > 0 ? " (narrows the interval by " + points() + " percentage points)" : "";
        }

        private String points() {
            return String.format(Locale.ROOT, "%.1f", narrows);
        }
    }
}
