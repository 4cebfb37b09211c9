package entente.report.briefing;

import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.report.wording.MeasureText;
import entente.report.wording.OpenReading;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** What is not known: readings that are unrated, or of which a range is given, those that narrow the interval most first. */
final class UnknownText {

    private static final int MOST = 5;

    /** Beyond so many, only those that narrow the interval by half a percentage point. */
    private static final int ALWAYS = 3;

    private static final double WORTH_NAMING = 0.5;

    private UnknownText() {}

    static List<String> of(Assessment assessment) {
        List<OpenReading> open = OpenReading.of(assessment);
        List<String> sentences = new ArrayList<>();
        int worth = (int) open.stream()
                .takeWhile(reading -> reading.narrows() >= WORTH_NAMING)
                .count();
        int named = Math.min(open.size(), Math.min(MOST, Math.max(ALWAYS, worth)));
        open.stream().limit(named).forEach(reading -> sentences.add(sentence(reading)));
        int more = open.size() - named;
        if (more > 0) {
            sentences.add(Wording.capitalized(Wording.count(more)) + " more of similar or less weight.");
        }
        if (open.stream().anyMatch(reading -> reading.narrows() > 0)) {
            sentences.add("In brackets: percentage points by which it would narrow the range.");
        }
        return List.copyOf(sentences);
    }

    private static String sentence(OpenReading reading) {
        Indicator indicator = reading.indicator();
        MeasureText measure = new MeasureText(indicator);
        String range = measure.open(reading.reading());
        String worth = reading.narrows() > 0 ? " (" + reading.narrowing().replaceFirst(" pp$", "") + ")" : "";
        return indicator.shortLabel() + ": " + range + worth + ".";
    }
}
