package entente.report.wording;

import entente.model.Band;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.ReadingMove;
import entente.report.wording.BalanceText.CeilingReason;
import entente.report.wording.MeasureText.OpenReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the likelihood comes about, what would change it, and what to find out, in sentences. */
public final class OutlookText {

    private final VerdictSentences verdict;
    private final Assessment assessment;
    private final LikelihoodScale scale;

    private final boolean explained;
    private final CeilingReason ceilings;

    /** @param explained whether the points of the path are given, and values of ordinal indicators are explained */
    public OutlookText(Assessment assessment, LikelihoodScale scale, boolean explained) {
        this(new VerdictSentences(assessment, scale), explained);
    }

    /** With the figures of the verdict. */
    public OutlookText(VerdictSentences verdict, boolean explained) {
        this.verdict = verdict;
        this.assessment = verdict.assessment();
        this.scale = verdict.scale();
        this.explained = explained;
        this.ceilings = new CeilingReason(assessment, explained);
    }

    /** The likelihood step by step, from the base rate to the verdict. */
    public String path() {
        List<String> steps = steps();
        return steps.get(0) + ", " + steps.get(1) + "; " + steps.get(2) + ".";
    }

    /** The steps of the path for data, in the words of a summary. */
    public static List<String> steps(Assessment assessment) {
        return new OutlookText(assessment, LikelihoodScale.ICD203, false)
                .steps().stream().map(step -> step.replace(Wording.GLUE, ' ')).toList();
    }

    private List<String> steps() {
        LikelihoodPath path = assessment.outlook().path();
        PointBalance balance = assessment.balance();
        List<CeilingEffect> acting = balance.acting();
        boolean overcome = assessment.groups().stream()
                .anyMatch(result -> result.group().kind() == GroupKind.BARRIER
                        && result.alliancePoints().hundredths() > 0);
        return List.of(
                "From the base rate of " + Wording.percent(path.basePercent())
                        + inBrackets(
                                BalanceText.referenceClass(assessment).orElse("assumed"),
                                explained ? Wording.points(balance.base()) : ""),
                "the drivers alone lead to " + Wording.percent(path.driversOnly()) + points(path.driverPoints())
                        + (path.driversOnly().tenths()
                                        == path.driversUnderCeiling().tenths()
                                ? ""
                                : ", which a ceiling reduces to " + Wording.percent(path.driversUnderCeiling())
                                        + path.ceiling().map(ceilings::held).orElse("")),
                "with the barriers" + (overcome ? ", some of them overcome," : "") + " it is " + verdict.point()
                        + inBrackets(
                                explained ? Wording.points(path.barrierPoints()) + Wording.GLUE + "points" : "",
                                acting.isEmpty()
                                        ? ""
                                        : (acting.size() > 1 ? "ceilings take back " : "a ceiling takes back ")
                                                + Wording.size(balance.raw().minus(balance.result()))
                                                + " evidence points"));
    }

    private String points(Points points) {
        return inBrackets(explained ? Wording.points(points) + Wording.GLUE + "points" : "");
    }

    /** The parts that are not empty. */
    private static String inBrackets(String... parts) {
        String text = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    /**
     * The least single changes that lead to another band, or that there is none.
     *
     * @param most changes that are named in each direction
     */
    public List<String> changes(int most) {
        Outlook outlook = assessment.outlook();
        List<String> sentences = new ArrayList<>();
        outlook.up().stream().limit(most).forEach(change -> sentences.add(change("Up", change)));
        outlook.down().stream().limit(most).forEach(change -> sentences.add(change("Down", change)));
        unreachable().ifPresent(sentences::add);
        return sentences;
    }

    /** That no single change leads to a higher or to a lower band, where there is one. */
    public Optional<String> unreachable() {
        Outlook outlook = assessment.outlook();
        Band now = assessment.likelihood().band();
        boolean noneUp = outlook.up().isEmpty() && now != Band.ALMOST_CERTAIN;
        boolean noneDown = outlook.down().isEmpty() && now != Band.BELOW_ONE_PERCENT;
        String verb = noneUp && noneDown ? "raises or lowers" : noneUp ? "raises" : "lowers";
        return noneUp || noneDown ? Optional.of("No single change " + verb + " it to another band.") : Optional.empty();
    }

    private String change(String direction, SingleChange change) {
        ReadingMove move = change.move();
        Indicator indicator = assessment.indicator(move.indicator());
        MeasureText measure = new MeasureText(indicator);
        String where = measure.where(move, explained ? measure::explained : measure::value);
        String now = MeasureText.figure(assessment.reading(indicator.id()), measure::value)
                .map("now "::concat)
                .orElse("not rated");
        // A scale of fewer words can have one for both bands.
        long words = Stream.of(change.lowest(), change.highest(), assessment.likelihood())
                .map(likelihood -> scale.term(likelihood).term())
                .distinct()
                .count();
        String to = words == 1 ? ", still " : " to ";
        return direction + to + VerdictSentences.ends(change.lowest(), change.highest(), scale) + ": "
                + Wording.percents(change.lowest(), change.highest()) + " if “" + indicator.shortLabel() + "” is "
                + where + " (" + now + ").";
    }

    /** The readings that narrow the interval most, or that none does; empty where nothing is open. */
    public List<String> findOut(int most) {
        boolean open = assessment.verdict().interval().widthTenths() > 0;
        if (open && assessment.findOutNext().isEmpty()) {
            return List.of("no single reading is expected to narrow the interval by as much as 0.1 percentage points");
        }
        return OpenReading.of(assessment).stream()
                .filter(reading -> reading.narrows() > 0)
                .map(reading -> reading.label() + reading.narrowingInWords())
                .limit(most)
                .toList();
    }
}
