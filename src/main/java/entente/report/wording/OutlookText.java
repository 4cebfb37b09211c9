package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.Reading.SourceGrade;
import entente.model.RuleCondition;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.IdleChange;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.Outlook.WeakReading;
import entente.model.assessment.PointBalance;
import entente.model.assessment.ReadingMove;
import entente.model.rule.CeilingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** How the likelihood comes about, what would change it, and what to find out, in sentences. */
@RequiredArgsConstructor
public final class OutlookText {

    private static final String ARROW = Wording.GLUE + "→ ";

    private static final int MOST_UNMET = 2;

    private final Assessment assessment;
    private final LikelihoodScale scale;

    /** Whether the points of the path are given, and values of ordinal indicators are explained. */
    private final boolean explained;

    /** The likelihood step by step, from the base rate to the verdict. */
    public String path() {
        return "Path: " + String.join(ARROW, steps()) + ".";
    }

    /** The steps of the path for data, in the words of a summary. */
    public static List<String> steps(Assessment assessment) {
        return new OutlookText(assessment, LikelihoodScale.ICD203, false)
                .steps().stream().map(step -> step.replace(Wording.GLUE, ' ')).toList();
    }

    private List<String> steps() {
        LikelihoodPath path = assessment.outlook().path();
        PointBalance balance = assessment.balance();
        Points reduction = balance.result().minus(balance.raw());
        String balanced = Wording.points(path.barrierPoints());
        String held = path.driversOnly().tenths() == path.driversUnderCeiling().tenths()
                ? ""
                : "a ceiling holds this to " + Wording.percent(path.driversUnderCeiling())
                        + path.ceiling().map(this::held).orElse("");
        String barriers = reduction.hundredths() == 0
                ? points(balanced + Wording.GLUE + "points")
                : points(balanced + ", ceiling" + Wording.GLUE + Wording.points(reduction))
                        + (explained ? "" : ", under the ceiling");
        return List.of(
                "base rate " + Wording.figure(path.basePercent()) + Wording.GLUE + "%"
                        + points(Wording.points(balance.base())),
                Wording.percent(path.driversOnly()) + " with the drivers alone"
                        + inBrackets(explained ? Wording.points(path.driverPoints()) : "", held),
                Wording.percent(path.likelihood()) + " with the barriers" + barriers);
    }

    private String points(String points) {
        return explained ? inBrackets(points) : "";
    }

    /** The parts that are not empty. */
    private static String inBrackets(String... parts) {
        String text = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    /** Under which circumstance the ceiling holds the likelihood down. */
    private String held(CeilingKind ceiling) {
        return switch (ceiling) {
            case NO_SWITCH -> withoutSwitch();
            case SWITCH -> " even with the shock";
            case DECISION -> " even with a decision to ally";
            case WORKING_PACT -> " with the pact in force";
            case INCIDENT -> " after a deadly clash";
        };
    }

    /** What the switch lacks; that there is no sudden shock only where neither its suddenness nor its severity suffices. */
    private String withoutSwitch() {
        List<ConditionResult> conditions = assessment.ledger().stream()
                .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)))
                .flatMap(row -> row.conditions().stream())
                .toList();
        Optional<String> shock = conditions.stream().findFirst().map(this::group);
        List<String> lacking = conditions.stream()
                .filter(condition -> !condition.met())
                .map(condition -> unmet(condition.condition()))
                .toList();
        boolean none = conditions.stream()
                .filter(condition -> shock.equals(Optional.of(group(condition))))
                .noneMatch(ConditionResult::met);
        int more = lacking.size() - MOST_UNMET;
        return none || lacking.isEmpty()
                ? " because there is no sudden shock"
                : " unless " + lacking.stream().limit(MOST_UNMET).collect(Collectors.joining(" and "))
                        + (more > 0 ? " and " + Wording.plural(more, "other reading") + " changed" : "");
    }

    private String group(ConditionResult condition) {
        return assessment
                .catalogue()
                .indicator(condition.condition().indicator())
                .group();
    }

    /**
     * The least single changes that lead to another band, or that there is none.
     *
     * @param most changes that are named in each direction
     */
    public List<String> changes(int most) {
        Outlook outlook = assessment.outlook();
        Percent now = assessment.verdict().likelihood();
        boolean highest = now.band().to() == Percent.HIGHEST.value();
        boolean lowest = now.band().from() == Percent.LOWEST.value();
        List<String> sentences = new ArrayList<>();
        outlook.up().stream().limit(most).forEach(change -> sentences.add(change("Up", change)));
        outlook.down().stream().limit(most).forEach(change -> sentences.add(change("Down", change)));
        boolean noneUp = outlook.up().isEmpty() && !highest;
        boolean noneDown = outlook.down().isEmpty() && !lowest;
        if (noneUp || noneDown) {
            String verb = noneUp && noneDown ? "raises or lowers" : noneUp ? "raises" : "lowers";
            sentences.add("No single change " + verb + " it to another band.");
        }
        return sentences;
    }

    private String change(String direction, SingleChange change) {
        ReadingMove move = change.move();
        Indicator indicator = assessment.catalogue().indicator(move.indicator());
        MeasureText measure = new MeasureText(indicator);
        String to = move.above()
                .map(cut -> " at least " + (explained ? measure.explained(cut) : measure.value(cut)))
                .orElseGet(() -> " below " + measure.value(move.below().orElseThrow()));
        String now =
                move.from().isPresent() ? "now " + measure.value(move.from().getAsDouble()) : "not rated";
        String likelihood = Wording.percent(change.likelihood());
        return direction + " to " + AssessmentSentences.band(change.likelihood(), scale) + ": " + likelihood + " if “"
                + indicator.shortLabel() + "” is" + to + " (" + now + ").";
    }

    /** The readings that narrow the interval most, or else those that most deserve a better source. */
    public List<String> findOut(int most) {
        List<String> narrowing = OpenReading.of(assessment).stream()
                .filter(reading -> reading.narrows() > 0)
                .map(reading -> reading.label() + " (narrows by " + reading.narrowing() + ")")
                .toList();
        List<String> texts = narrowing.isEmpty()
                ? assessment.outlook().weakReadings().stream().map(this::weak).toList()
                : narrowing;
        return texts.stream().limit(most).toList();
    }

    private String weak(WeakReading weak) {
        Reading reading = assessment.scenario().reading(weak.indicator());
        String date = reading.asOf().map(day -> Integer.toString(day.getYear())).orElse("undated");
        String grade = reading.grade().map(SourceGrade::toString).orElse("ungraded");
        return Wording.label(assessment.catalogue().indicator(weak.indicator())) + " (" + date + ", " + grade + "; "
                + Wording.percent(weak.lowest()) + " to " + Wording.percent(weak.highest()) + " over its scale)";
    }

    /** Changed readings without effect, each with what an effect takes. */
    public List<String> idle() {
        return assessment.outlook().idleChanges().stream().map(this::idle).toList();
    }

    private String idle(IdleChange change) {
        Indicator indicator = assessment.catalogue().indicator(change.indicator());
        return "“" + indicator.shortLabel() + "” " + Wording.figure(change.from()) + ARROW + Wording.figure(change.to())
                + " changes nothing: " + lacking(change, indicator) + ".";
    }

    private String lacking(IdleChange change, Indicator indicator) {
        List<String> reasons = new ArrayList<>();
        change.nextCut()
                .ifPresent(cut -> reasons.add(
                        (cut == change.to() ? "it must fall below " : "the next cut point is ") + Wording.figure(cut)));
        if (!change.unmet().isEmpty()) {
            int more = change.unmet().size() - MOST_UNMET;
            reasons.add("it counts only once "
                    + change.unmet().stream().limit(MOST_UNMET).map(this::unmet).collect(Collectors.joining(" and "))
                    + (more > 0 ? " and " + Wording.plural(more, "other reading") + " changed" : ""));
        }
        if (reasons.isEmpty()) {
            return indicator
                    .actsThrough()
                    .map(share -> "more acts only through “"
                            + assessment.catalogue().indicator(share).shortLabel() + "”")
                    .orElse("no rule asks for " + (change.to() > change.from() ? "more" : "less"));
        }
        return String.join(", and ", reasons);
    }

    /** A condition that fails, such as: “Competition” is at least 4 (now 2). */
    private String unmet(RuleCondition condition) {
        Indicator indicator = assessment.catalogue().indicator(condition.indicator());
        MeasureText measure = new MeasureText(indicator);
        double cut = assessment.scenario().assumptions().scale(indicator).from(condition.decidingGrade());
        boolean atLeast = condition.comparison() == ComparisonOperator.AT_LEAST;
        String now = assessment
                .scenario()
                .reading(indicator.id())
                .range()
                .map(range -> "now " + measure.value(range.value()))
                .orElse("not rated");
        return "“" + indicator.shortLabel() + "” is " + (atLeast ? "at least " : "below ") + measure.value(cut) + " ("
                + now + ")";
    }
}
