package entente.report.wording;

import entente.model.Band;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.model.rule.RuleKind;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict in one sentence and as a short form, with its relationship, confidence and caveat. Every medium shows these and
 * words the verdict in no other way. One rule decides whether the likelihood or its interval comes first:
 * {@link Interval#isWide()}. The sentences keep to what analysts hold a text to: each word of likelihood carries its range,
 * likelihood and confidence never share a sentence, no hedges, no forecast in the future tense.
 */
public record VerdictSentences(Assessment assessment, LikelihoodScale scale, Figures figures) {

    /** With the figures of the verdict alone, as in a document that shows no other likelihood to the tenth. */
    public VerdictSentences(Assessment assessment, LikelihoodScale scale) {
        this(assessment, scale, figure(assessment, scale).figures());
    }

    private static VerdictFigure figure(Assessment assessment, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        return new VerdictFigure(verdict.likelihood(), verdict.interval(), isRated(assessment), scale);
    }

    private static boolean isRated(Assessment assessment) {
        return assessment.confidence().known() > 0;
    }

    /** What counts as the event, as the glossary says. */
    public static final String EVENT = "An operational alliance is a working commitment to defend each other.";

    /** What no likelihood is. */
    public static final String IS_NOT = "not a calibrated frequency";

    /** What a likelihood is, within a sentence. */
    public static final String IS = "a judgement by rules, " + IS_NOT;

    /** At the foot of pages. */
    public static final String NATURE = Wording.capitalized(IS);

    /** Printed below every verdict. */
    public static final String CAVEAT = NATURE + ".";

    private static final MonthDay YEAR_END = MonthDay.of(Month.DECEMBER, 31);

    private static final int NEAR_TENTHS = 5;

    private static final String LIKELIHOOD_OF = "the likelihood of ";

    /** Readings named in the sentence; the others are counted. */
    private static final int NAMED = 2;

    /** Where a quarter or more is not rated, the level needs the weight of what is. */
    private static final int FEW_QUARTERS = 4;

    /** The verdict as one sentence: the event, by when, how likely it is, and what that depends on. */
    public String statement() {
        Percent likelihood = assessment.likelihood();
        String point = point();
        if (!isRated()) {
            return "Nothing is rated, so there is no verdict on " + event() + ": the base rate alone gives " + point
                    + ", and the unrated indicators allow anything from " + wideSpan() + ".";
        }
        boolean past = isPast();
        if (isIntervalFirst()) {
            return Wording.capitalized(setting() + LIKELIHOOD_OF + event() + (past ? " depended on " : " depends on ")
                    + openReadings() + ": " + wideSpan() + ", " + words() + "; " + bestEstimate() + " " + point + ".");
        }
        Interval interval = assessment.verdict().interval();
        String open = interval.widthTenths() == 0
                ? ""
                : " (" + figures.span(interval.low(), likelihood, interval.high()) + " depending on " + openReadings()
                        + ")";
        return Wording.capitalized(
                        setting() + subject() + event() + predicate(past ? " was " : " is ", past ? " had " : " has "))
                + ": " + point + open + ".";
    }

    /** The likelihood as the statement gives it. */
    public String point() {
        return figures.of(assessment.likelihood());
    }

    /** What the scenario supposes, if it does, and the statement. */
    public String opening() {
        return SuppositionText.sentence(assessment)
                        .map(supposed -> supposed + " ")
                        .orElse("")
                + statement();
    }

    public VerdictFigure brief() {
        return new VerdictFigure(assessment.likelihood(), assessment.verdict().interval(), isRated(), scale, figures);
    }

    /** The likelihood, or the interval where this comes first. */
    public String figure() {
        return brief().figure();
    }

    /** The word of what comes first with its range, or those of both ends. */
    public String words() {
        return brief().words();
    }

    /** Whether the interval, not the likelihood, is what is stated. */
    public boolean isIntervalFirst() {
        return brief().isIntervalFirst();
    }

    /** The interval where this is what is stated. */
    public Optional<Interval> interval() {
        return Optional.of(assessment.verdict().interval()).filter(open -> isIntervalFirst());
    }

    /** Begins a sentence that compares likelihoods: says where they stand behind an interval. */
    public static String bestEstimates(Assessment... compared) {
        return bestEstimates(
                Arrays.stream(compared).map(one -> new VerdictSentences(one, LikelihoodScale.ICD203).brief()));
    }

    /** The same for short forms. */
    public static String bestEstimates(Stream<VerdictFigure> compared) {
        return compared.anyMatch(VerdictFigure::isIntervalFirst) ? "By the best estimates, " : "";
    }

    public boolean isRated() {
        return isRated(assessment);
    }

    /** The verdict in the conditional, for another reading of the facts; no sentence of its own. */
    public String conditional() {
        if (isIntervalFirst()) {
            return LIKELIHOOD_OF + "an alliance would depend on " + openReadings() + ": " + wideSpan() + ", " + words();
        }
        return subject() + "an alliance" + predicate(" would be ", " would have ") + ": " + point();
    }

    /** How near the stated likelihood is to another word, where it is within half a percentage point of it. */
    public Optional<String> edge() {
        return isIntervalFirst() ? Optional.empty() : edge(assessment.likelihood(), scale);
    }

    private static Optional<String> edge(Percent likelihood, LikelihoodScale scale) {
        String term = scale.term(likelihood).term();
        for (int away = 0; away <= NEAR_TENTHS; away++) {
            Percent below = new Percent(Math.max(Percent.LOWEST.tenths(), likelihood.tenths() - away - 1));
            Percent above = new Percent(Math.min(Percent.HIGHEST.tenths(), likelihood.tenths() + away));
            String points = Wording.tenths(away) + " percentage points ";
            if (!scale.term(below).term().equals(term)) {
                String where = away == 0 ? "exactly on the border with " : points + "above the border with ";
                return Optional.of("The likelihood is " + where + border(below, scale) + ".");
            }
            if (!scale.term(above).term().equals(term)) {
                return Optional.of(
                        "The likelihood is " + points + "below the border with " + border(above, scale) + ".");
            }
        }
        return Optional.empty();
    }

    private static String border(Percent beyond, LikelihoodScale scale) {
        return (isBetween(scale.term(beyond)) ? "what lies " : "") + words(beyond, scale);
    }

    /** An interval in a table; a dot where nothing is open. */
    public static String open(Interval interval) {
        return open(interval, Figures.ICD203);
    }

    /** The same with the figures of the document. */
    public static String open(Interval interval, Figures figures) {
        return interval.widthTenths() == 0 ? "·" : figures.span(interval);
    }

    /** What the interval depends on, such as "seven unrated indicators and one reading given as a range". */
    public String openReadings() {
        Set<String> moving = moving();
        return Wording.listed(
                some(moving, reading -> reading.range().isEmpty(), "unrated indicator", "unrated indicators"),
                some(moving, VerdictSentences::isRange, "reading given as a range", "readings given as a range"),
                some(moving, Reading::isWeighted, "reading with weighted grades", "readings with weighted grades"));
    }

    /** Those that the verdict depends on, of how many where not on all. */
    private String some(Set<String> moving, Predicate<Reading> form, String one, String many) {
        int all = (int) assessment.catalogue().indicators().stream()
                .map(indicator -> assessment.reading(indicator.id()))
                .filter(form)
                .count();
        int some = count(moving, form);
        return some == 0 || some == all
                ? Wording.some(some, one, many)
                : Wording.count(some) + " of " + Wording.plural(all, one, many);
    }

    private static boolean isRange(Reading reading) {
        return reading.range().filter(ValueRange::wide).isPresent() && !reading.isWeighted();
    }

    /** What gives the likelihood behind a wide interval. */
    private String bestEstimate() {
        String rated = "what is rated" + (assessment.confidence().assumed() > 0 ? " or assumed" : "") + ", taken alone";
        if (ranges() == 0) {
            return rated + ", gives";
        }
        String estimates = ranges() == 1 ? "its best estimate gives" : "their best estimates give";
        return assessment.gaps().isEmpty() ? estimates : rated + " and at its best estimates, gives";
    }

    private int ranges() {
        return count(moving(), VerdictSentences::isRange);
    }

    private int count(Set<String> moving, Predicate<Reading> form) {
        return (int) moving.stream().map(assessment::reading).filter(form).count();
    }

    /** The readings that decide whether a rule about the alliance holds, within what all of them leave open. */
    Set<String> moving() {
        return assessment.ledger().stream()
                .filter(row -> row.status() != LedgerStatus.DISABLED)
                .filter(row ->
                        row.alliancePoints().hundredths() != 0 || row.rule().kind() != RuleKind.CLAIM)
                .map(row -> row.rule().conditions())
                .filter(all -> all.stream()
                        .allMatch(
                                one -> possibleGrades(one.indicator()).stream().anyMatch(one::isMetBy)))
                .flatMap(List::stream)
                .filter(one -> !possibleGrades(one.indicator()).stream().allMatch(one::isMetBy))
                .map(RuleCondition::indicator)
                .collect(Collectors.toSet());
    }

    private List<Grade> possibleGrades(String indicator) {
        return possibleGrades(assessment, assessment.indicator(indicator));
    }

    private static List<Grade> possibleGrades(Assessment assessment, Indicator indicator) {
        return assessment.scenario().assumptions().scale(indicator).possibleGrades(assessment.reading(indicator.id()));
    }

    private String event() {
        String pair = assessment.catalogue().subject().pair();
        return "an operational alliance of " + pair + " " + horizon(assessment.scenario());
    }

    /** The end of the horizon, such as "by 31 March 2031". */
    public static String horizon(Scenario scenario) {
        int years = scenario.horizonYears();
        return scenario.asOf()
                .map(date -> date.plusYears(years))
                .map(day -> "by "
                        + (MonthDay.from(day).equals(YEAR_END) ? "the end of " + day.getYear() : Wording.date(day)))
                .orElse("within " + Wording.plural(years, "year"));
    }

    /** Whether the outcome is on record; no clock decides it. */
    public boolean isPast() {
        return assessment.scenario().observed().isPresent();
    }

    private String setting() {
        return assessment
                .scenario()
                .asOf()
                .filter(date -> isPast())
                .map(date -> "as of " + date.getYear() + ", ")
                .orElse("");
    }

    private String wideSpan() {
        Interval interval = assessment.verdict().interval();
        return figures.span(interval.low(), assessment.likelihood(), interval.high());
    }

    /** An event has one word; it is the likelihood of the event that lies between two. */
    private String subject() {
        return isBetween(scale.term(assessment.likelihood())) ? LIKELIHOOD_OF : "";
    }

    private String predicate(String is, String has) {
        Percent likelihood = assessment.likelihood();
        Word word = scale.term(likelihood);
        String term = word.term();
        if (term.equals(Band.ROUGHLY_EVEN.term())) {
            return has + "a roughly even chance (" + range(word, scale) + ")";
        }
        boolean noun = term.equals(Band.ALMOST_NO_CHANCE.term()) || term.startsWith("a ");
        return (noun ? has : is) + words(likelihood, scale);
    }

    public static String words(Band band) {
        return words(LikelihoodScale.of(band), LikelihoodScale.ICD203);
    }

    /** The word for a likelihood with its range, or the two between which it lies. */
    public static String words(Percent likelihood, LikelihoodScale scale) {
        Word word = scale.term(likelihood);
        int tenths = likelihood.tenths();
        boolean rare = likelihood.band() == Band.BELOW_ONE_PERCENT && word.to() > Band.BELOW_ONE_PERCENT.to();
        boolean beyond = !isBetween(word) && tenths > word.to() * 10;
        return !rare && !beyond
                ? words(word, scale)
                : word.term() + " (" + range(word, scale) + ", here "
                        + (rare ? "less than 1" : "more than " + word.to()) + Wording.GLUE + "%)";
    }

    /** The words for the ends of an interval. */
    public static String words(Percent low, Percent high, LikelihoodScale scale) {
        return (isOnePhrase(scale.term(low), scale.term(high)) ? "" : "from ") + ends(low, high, scale);
    }

    /** The words for the lowest and the highest of several likelihoods, or the one for both; an end between two words has a bound. */
    public static String ends(Percent low, Percent high, LikelihoodScale scale) {
        Word from = scale.term(low);
        Word to = scale.term(high);
        if (isSame(from, to)) {
            return words(high, scale);
        }
        String lower = words(isBetween(from) ? from.adjacent().get(0) : from, scale);
        String upper = words(isBetween(to) ? to.adjacent().get(1) : to, scale);
        return isOnePhrase(from, to)
                ? "between " + lower + " and " + upper
                : (isBetween(from) ? "above " : "") + lower + " to " + (isBetween(to) ? "below " : "") + upper;
    }

    /** By the term: a record compares by code that is linked at run time, which a cold start would wait for. */
    private static boolean isSame(Word one, Word other) {
        return one.term().equals(other.term());
    }

    private static boolean isOnePhrase(Word from, Word to) {
        return isSame(from, to) || (isBetween(from) && isBetween(to));
    }

    /** Whether the scale has no word here, but two beside it. */
    private static boolean isBetween(Word word) {
        return !word.adjacent().isEmpty();
    }

    /** A word with its range, or the two between which it lies. */
    public static String words(Word word, LikelihoodScale scale) {
        return isBetween(word)
                ? "between " + words(word.adjacent().get(0), scale) + " and "
                        + words(word.adjacent().get(1), scale)
                : word.term() + " (" + range(word, scale) + ")";
    }

    /** The range of a word; that of the lowest band in words. PHIA leaves the ends of its scale open, and 50 out of its middle. */
    public static String range(Word word, LikelihoodScale scale) {
        if (word.to() == Band.BELOW_ONE_PERCENT.to()) {
            return "less than 1" + Wording.GLUE + "%";
        }
        String from = scale == LikelihoodScale.PHIA && word.from() == 0 ? ">0" : Integer.toString(word.from());
        boolean open = scale == LikelihoodScale.PHIA && (word.to() == 50 || word.to() == 100);
        return from + "–" + (open ? "<" : "") + word.to() + Wording.GLUE + "%";
    }

    public static String span(Interval interval) {
        return Figures.ICD203.span(interval);
    }

    /** A likelihood with its word and the range of that. */
    public static String likelihood(Percent likelihood, LikelihoodScale scale) {
        return new Figures(scale).plain(likelihood, true) + ", " + words(likelihood, scale);
    }

    /** The caveat, with who reads the same facts otherwise, and in which rule book, where the book names one. */
    public static String caveat(Assessment assessment) {
        return CAVEAT + " " + RuleText.SIZES + "."
                + assessment
                        .otherReading()
                        .map(other -> " Another account of recent years: " + other.source()
                                + other.book().map(book -> ", in " + book + ",").orElse("")
                                + " " + other.finding() + ".")
                        .orElse("");
    }

    /** What relationship is expected and what treaty is in force, with its flags. */
    public static List<String> relationship(Assessment assessment) {
        Verdict verdict = assessment.verdict();
        List<String> sentences = new ArrayList<>();
        List<Relationship> states = verdict.relationships();
        String range = Wording.range(states);
        String open = states.size() > 1 ? " (the open readings allow anything from " + range + ")" : "";
        sentences.add("Expected: "
                + verdict.relationship()
                        .map(state -> Wording.word(state) + open + ".")
                        .orElse(range + "; too little is rated to say more."));
        boolean estimated = assessment.catalogue().commitment().stream()
                .anyMatch(level -> possibleGrades(assessment, level).size() > 1);
        sentences.add(
                verdict.commitment() == Commitment.UNKNOWN
                        ? "The treaty in force is not rated."
                        : (estimated ? "In force, by the best estimate: " : "In force: ")
                                + Wording.commitment(verdict.commitment(), assessment.catalogue()) + ".");
        verdict.flags().stream()
                .sorted()
                .forEach(flag -> sentences.add(Wording.flag(flag, assessment.catalogue(), depth(assessment))));
        return sentences;
    }

    /** Why the relationship is deeper than the likelihood suggests, where points alone decide it. */
    private static String depth(Assessment assessment) {
        PointBalance balance = assessment.balance();
        return balance.floorFrom()
                .filter(from -> assessment.verdict().relationship().equals(Optional.of(balance.floor())))
                .map(from ->
                        " (depth " + Wording.points(balance.partnership()) + ", needs " + Wording.points(from) + ")")
                .orElse("");
    }

    /** The level with its reasons, and what would raise it. */
    public static String confidence(Assessment assessment) {
        return confidenceLevel(assessment) + " " + confidenceReasons(assessment);
    }

    public static String confidenceLevel(Assessment assessment) {
        return "Confidence is " + Wording.word(assessment.confidence().level()) + ":";
    }

    /** What the level rests on, and what would raise it. */
    public static String confidenceReasons(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        String first = readings(assessment);
        boolean sparse = confidence.known() * FEW_QUARTERS < confidence.total() * (FEW_QUARTERS - 1);
        if (sparse && confidence.level() != ConfidenceLevel.LOW) {
            first += " (about " + Wording.count((int) Math.round(confidence.coverage() * 10))
                    + " tenths of the weight are known)";
        }
        if (confidence.known() > 0) {
            first += "; " + robustness(confidence.robustness());
        }
        return first + "." + (confidence.level() == ConfidenceLevel.HIGH ? "" : " " + raise(assessment));
    }

    /** How many indicators are rated, assumed, and neither; the first part has the verb for all. */
    private static String readings(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        int rated = confidence.known() - confidence.assumed();
        long ranges = assessment.scenario().readings().values().stream()
                .filter(reading -> reading.status() == ReadingStatus.KNOWN && isRange(reading))
                .count();
        String some = ranges == 0 ? "" : " (" + Wording.count((int) ranges) + " with a range)";
        String rest = Wording.listed(
                confidence.assumed() == 0 ? "" : Wording.count(confidence.assumed()) + " assumed",
                confidence.total() == confidence.known()
                        ? ""
                        : Wording.count(confidence.total() - confidence.known()) + " not rated");
        return rest.isEmpty()
                ? "all " + rated + " indicators are rated" + some
                : "of " + confidence.total() + " indicators " + Wording.count(rated) + (rated == 1 ? " is" : " are")
                        + " rated" + some + ", " + rest;
    }

    /** How many of the changes of one reading, rated or assumed, keep the band. */
    private static String robustness(double robustness) {
        long tenths = Math.round(robustness * 10);
        String many = robustness == 1
                ? "all"
                : tenths == 10
                        ? "nearly all"
                        : tenths == 0 ? "hardly any" : "about " + Wording.count((int) tenths) + " of ten";
        return many + " changes of one reading by one or two grades keep" + (tenths == 1 ? "s" : "") + " the band";
    }

    private static String raise(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        if (confidence.level() == confidence.maximumLevel()) {
            return "Over " + Wording.plural(assessment.scenario().horizonYears(), "year")
                    + ", confidence is never higher than this.";
        }
        if (!confidence.raisedBy().isEmpty()) {
            return raisedBy(assessment);
        }
        if (assessment.verdict().interval().bands().size() > 2) {
            return "With an interval over more than two bands, confidence is never higher.";
        }
        if (assessment.scenario().asOf().isEmpty()) {
            return "The scenario has no date, so the age of its readings is not considered.";
        }
        if (confidence.assumed() > 0) {
            return "Better sources alone do not raise it: "
                    + Wording.plural(confidence.assumed(), "reading is", "readings are") + " assumed.";
        }
        return "Too many changes of one reading leave the band; better sources do not change that.";
    }

    /** Which readings need which source: the best, as the formula has it. An unrated reading can also move the band. */
    private static String raisedBy(Assessment assessment) {
        Scenario scenario = assessment.scenario();
        List<String> ids = assessment.confidence().raisedBy();
        List<Reading> readings = ids.stream().map(scenario::reading).toList();
        boolean unrated = readings.stream().anyMatch(reading -> reading.status() == ReadingStatus.UNKNOWN);
        boolean dated = readings.stream().allMatch(reading -> reading.asOf().equals(scenario.asOf()));
        List<String> named = new ArrayList<>();
        ids.stream()
                .limit(NAMED)
                .forEach(id -> named.add("“" + assessment.indicator(id).shortLabel() + "”"));
        if (ids.size() > NAMED) {
            named.add(Wording.count(ids.size() - NAMED) + " more");
        }
        return (ids.size() == 1 ? "A source graded A1" : "Sources graded A1")
                + (dated ? "" : " as of the scenario's date")
                + " for " + Wording.listed(named)
                + (unrated ? " can" : " would")
                + " raise it to "
                + Wording.word(
                        ConfidenceLevel.values()[assessment.confidence().level().ordinal() + 1]) + ".";
    }

    /**
     * The short form of a verdict, as tables, lists and drawings print it.
     *
     * @param rated whether any reading is rated, so that there is a verdict
     * @param figures those of the document
     */
    public record VerdictFigure(
            Percent likelihood, Interval interval, boolean rated, LikelihoodScale scale, Figures figures) {

        /** With a decimal where a whole number would be that of an end of the interval, or hide which side of an edge it is on. */
        public VerdictFigure(Percent likelihood, Interval interval, boolean rated, LikelihoodScale scale) {
            this(
                    likelihood,
                    interval,
                    rated,
                    scale,
                    new Figures(scale, isWhole(likelihood, interval, rated, scale) ? Set.of() : Set.of(likelihood)));
        }

        private static boolean isWhole(Percent likelihood, Interval interval, boolean rated, LikelihoodScale scale) {
            Figures figures = new Figures(scale);
            boolean atAnEdge =
                    edge(likelihood, scale).isPresent() && !figures.showsDifference(new Percent(50), likelihood);
            return !rated
                    || interval.isWide()
                    || (!atAnEdge && figures.apart(interval.low(), likelihood, interval.high()));
        }

        /** The likelihood, or the interval where this comes first, such as "6 %" or "8–50 %". */
        public String figure() {
            return !rated
                    ? "no verdict"
                    : isIntervalFirst()
                            ? figures.dash(interval.low(), likelihood, interval.high())
                            : figures.onScale(likelihood, true);
        }

        /** The word of what comes first with its range, such as "very unlikely (5–20 %)", or those of both ends. */
        public String words() {
            return !rated
                    ? "nothing is rated"
                    : isIntervalFirst()
                            ? VerdictSentences.words(interval.low(), interval.high(), scale)
                            : VerdictSentences.words(likelihood, scale);
        }

        /** Figure and words, for a row of a table. */
        public String summary() {
            return figure() + ", " + words();
        }

        /** Whether the interval, not the likelihood, is what is stated. */
        public boolean isIntervalFirst() {
            return !rated || interval.isWide();
        }
    }
}
