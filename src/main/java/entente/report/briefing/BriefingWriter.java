package entente.report.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.track.Edition;
import entente.model.Commitment;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.ArticleReference;
import entente.model.rule.KeyAssumption;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.ConfidenceNote;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.LedgerItem;
import entente.report.briefing.Briefing.Method;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.briefing.Judgements.Factor;
import entente.report.wording.BalanceText;
import entente.report.wording.CaveatText;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.OpenReading;
import entente.report.wording.RuleText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the content of a briefing; the same basis gives the same content. */
public final class BriefingWriter {

    /** Indicators that tell another account apart. */
    private static final int MOST_INDICATORS = 2;

    private static final int MOST_UNKNOWN = 5;

    /** Beyond so many, only those that narrow the interval by half a percentage point. */
    private static final int ALWAYS_UNKNOWN = 3;

    private static final double WORTH_NAMING = 0.5;

    /** Digits of a digest on a page. */
    private static final int SHORT = 12;

    private static final String EXAMPLE = "§1" + Wording.GLUE + "¶1";

    private final Basis basis;
    private final Assessment assessment;
    private final Scenario scenario;
    private final Verdict verdict;
    private final VerdictSentences stated;
    private final Figures figures;
    private final Judgements judgements;
    private final Tense tense;

    private BriefingWriter(Basis basis) {
        this.basis = basis;
        this.assessment = basis.assessment();
        this.scenario = assessment.scenario();
        this.verdict = assessment.verdict();
        this.stated = new VerdictSentences(assessment, basis.scale());
        this.figures = new Figures(basis.scale());
        this.judgements = new Judgements(assessment, figures);
        this.tense = Tense.of(scenario);
    }

    /**
     * What a briefing is written from.
     *
     * @param sensitivity what each reading alone does
     * @param last the edition before as it was archived; empty for the first
     * @param previous the same under the present rules; empty where its scenario does not fit them
     * @param change from the scenario that this one changes; empty for none
     * @param rival the scenario under this and a rival rule book
     * @param exploration the probability of each verdict, where the scenario gives a distribution; empty otherwise
     * @param keyAssumptions those on which the argument of the article rests
     * @param rules those of the book
     * @param command reproduces the assessment
     */
    public record Basis(
            SensitivityResult sensitivity,
            Optional<Previous> previous,
            Optional<Edition> last,
            Optional<ScenarioContrast> change,
            Optional<RuleBookContrast> rival,
            Optional<ExplorationResult> exploration,
            List<KeyAssumption> keyAssumptions,
            ArticleReference article,
            List<Rule> rules,
            LikelihoodScale scale,
            boolean withLedger,
            String command) {

        public Assessment assessment() {
            return sensitivity.current();
        }

        public int edition() {
            return last.map(before -> before.id().number()).orElse(0) + 1;
        }
    }

    /**
     * The edition before.
     *
     * @param contrast from its assessment to the present one, both under the present rule book
     * @param sensitivity what each reading alone did then
     */
    public record Previous(ScenarioContrast contrast, SensitivityResult sensitivity) {}

    /**
     * The tense of a briefing: a scenario of the past whose outcome is on record is told in the past. No clock decides it.
     *
     * @param past whether the outcome is on record
     */
    record Tense(boolean past) {

        static Tense of(Scenario scenario) {
            return new Tense(scenario.observed().isPresent());
        }

        String of(String present, String past) {
            return this.past ? past : present;
        }
    }

    public static Briefing write(Basis basis) {
        return new BriefingWriter(basis).briefing();
    }

    private Briefing briefing() {
        ChangeText.SinceText since = new ChangeText.SinceText(basis);
        boolean rated = stated.isRated();
        return new Briefing(
                scenario.id(),
                basis.scale(),
                basis.edition(),
                scenario.asOf().map(Wording::date).orElse(""),
                scenario.title(),
                scenario.base().map(Scenario::title),
                SuppositionText.isSupposition(scenario),
                SuppositionText.sentence(assessment).orElse(""),
                since.change(),
                stated.statement(),
                rated ? drivers() : "",
                standing(),
                new ConfidenceNote(
                        assessment.confidence().level(),
                        VerdictSentences.confidenceLevel(assessment),
                        VerdictSentences.confidenceReasons(assessment)),
                since.since(),
                rated ? keyJudgements() : List.of(),
                judgements.figure(),
                rated ? judgements.path() : "",
                WatchTable.of(basis),
                basis.rival().map(this::apart).orElse(List.of()),
                notKnown(),
                basis.exploration().map(this::probabilities),
                basis.keyAssumptions().stream()
                        .map(assumption -> Sources.support(assumption, assessment))
                        .toList(),
                SuppositionText.list(assessment, basis.withLedger()),
                caveats(),
                Sources.of(assessment),
                method(basis),
                basis.withLedger() ? ledger() : List.of());
    }

    /** What a supposition changes, else the factors of the level; nothing where none is worth naming. */
    private String drivers() {
        return basis.change()
                .flatMap(change -> new ChangeText(change, figures).drivers())
                .orElseGet(this::factors);
    }

    private String factors() {
        List<String> drivers = largest(1);
        List<String> barriers = largest(-1);
        if (drivers.isEmpty()) {
            return barriers.isEmpty()
                    ? ""
                    : Wording.capitalized(Wording.listed(barriers)) + verb(barriers, "hold", "held")
                            + " the likelihood back most, and no factor of weight" + tense.of(" drives", " drove")
                            + " it.";
        }
        return Wording.capitalized(Wording.listed(drivers)) + verb(drivers, "drive", "drove")
                + " the likelihood most, and "
                + (barriers.isEmpty()
                        ? "no factor of weight" + tense.of(" holds", " held") + " it back."
                        : Wording.listed(barriers) + verb(barriers, "hold", "held") + " it back most.");
    }

    private String verb(List<String> subjects, String present, String past) {
        boolean several = subjects.size() > 1;
        return (several ? " equally " : " ") + tense.of(several ? present : present + "s", past);
    }

    /** The largest factor worth naming in a direction; several where they are equal. */
    private List<String> largest(int direction) {
        List<Factor> factors = Factor.of(assessment).stream()
                .filter(Factor::worthNaming)
                .filter(factor -> factor.direction() == direction)
                .toList();
        return factors.stream()
                .filter(factor -> factor.size() == factors.get(0).size())
                .map(Factor::inSentence)
                .toList();
    }

    /** What stands below the bottom line: what the event is, other base rates, the other reading, the relationship. */
    private List<String> standing() {
        List<String> sentences = new ArrayList<>();
        sentences.add(VerdictSentences.EVENT);
        stated.edge().ifPresent(sentences::add);
        if (stated.isRated()) {
            if (stated.isIntervalFirst()) {
                sentences.add("The figures below start from " + figures.of(verdict.likelihood()) + ".");
            }
            sentences.addAll(baseRates());
            basis.rival().flatMap(this::rival).ifPresent(sentences::add);
        }
        sentences.addAll(relationship());
        return List.copyOf(sentences);
    }

    /** Whose record the base rate is, and the likelihood from the record of others. */
    private List<String> baseRates() {
        String base = "The base rate of "
                + Wording.percent(assessment.outlook().path().basePercent())
                + BalanceText.referenceClass(assessment)
                        .map(" is that of "::concat)
                        .orElse(" is assumed")
                + ".";
        List<ReferenceClassVerdict> others =
                assessment.outsideView().stream().filter(view -> !view.used()).toList();
        if (others.isEmpty()) {
            return List.of(base);
        }
        String likelihoods = Wording.listed(others.stream()
                .map(view -> figures.of(view.likelihood()) + " with that of " + view.label() + " ("
                        + Wording.percent(view.baseRatePercent()) + ")")
                .toList());
        Percent low = others.get(0).likelihood();
        Percent high = others.get(others.size() - 1).likelihood();
        return List.of(
                base,
                "The " + (stated.isIntervalFirst() ? figures.of(verdict.likelihood()) : "likelihood") + " would be "
                        + likelihoods + ", " + VerdictSentences.words(low, high, basis.scale()) + ".");
    }

    /** What another account assumes and how likely it makes the event; nothing where its rules read nothing that is rated. */
    private Optional<String> rival(RuleBookContrast contrast) {
        Assessment rival = contrast.second();
        // Whether what it says of the two can be true in the scenario.
        boolean recent = !SuppositionText.isSupposition(scenario) && !tense.past();
        return rival.confidence().known() == 0
                ? Optional.empty()
                : Optional.of("This estimate follows the argument of "
                        + basis.article().cited()
                        + ", with weights of this project"
                        + VerdictSentences.otherReading(assessment)
                                .filter(other -> recent)
                                .map(other -> ". " + other + " If that holds, ")
                                .orElse("; by the rules of another account, ")
                        + new VerdictSentences(rival, basis.scale()).conditional() + ".");
    }

    /** Which indicators change how far the two accounts differ. */
    private List<String> apart(RuleBookContrast contrast) {
        List<String> apart = contrast.discriminators().stream()
                .limit(MOST_INDICATORS)
                .map(one -> "“" + one.indicator().shortLabel() + "” (" + reading(one.indicator()) + ")")
                .toList();
        return apart.isEmpty()
                ? List.of()
                : List.of(
                        apart.size() == 1
                                ? "Only the reading of " + apart.get(0)
                                        + " changes the difference between the two accounts."
                                : "Among the indicators whose readings change the difference between the two accounts most are "
                                        + String.join(" and ", apart) + ".");
    }

    private String reading(Indicator indicator) {
        String when = tense.past()
                ? scenario.asOf().map(date -> "in " + date.getYear() + " ").orElse("")
                : "now ";
        Reading reading = scenario.reading(indicator.id());
        return reading.range()
                .map(range -> when + new MeasureText(indicator).reading(reading))
                .orElse("unrated");
    }

    /** The expected relationship, the treaty in force and the outcome on record. */
    private List<String> relationship() {
        List<String> sentences = new ArrayList<>();
        String treaty = verdict.commitment() == Commitment.UNKNOWN
                ? "the treaty in force " + tense.of("is", "was") + " not rated"
                : Wording.commitment(verdict.commitment(), assessment.catalogue()) + " " + tense.of("is", "was")
                        + " in force";
        sentences.add(expected() + ", and " + treaty + ".");
        verdict.flags().stream()
                .sorted()
                .map(flag -> flag == VerdictFlag.HOLLOW_ALLIANCE && tense.past()
                        ? "The defence treaty was hollow: its members no longer stood by it."
                        : Wording.flag(flag, assessment.catalogue()))
                .forEach(sentences::add);
        scenario.observed()
                .map(outcome -> "The relationship on record is " + Wording.word(outcome.relationship()) + ", "
                        + (outcome.allianceInForce() ? "with an alliance in force" : withoutAlliance()) + ".")
                .ifPresent(sentences::add);
        return sentences;
    }

    /** A treaty that binds in name only is in force, which the sentence before says. */
    private String withoutAlliance() {
        return verdict.flags().contains(VerdictFlag.HOLLOW_ALLIANCE)
                ? "and the alliance existed on paper only"
                : "without an alliance in force";
    }

    private String expected() {
        List<Relationship> others = new ArrayList<>(verdict.relationships());
        verdict.relationship().ifPresent(others::remove);
        return verdict.relationship()
                .map(state -> "The expected relationship " + tense.of("is", "was") + " "
                        + Judgements.relationship(state)
                        + (others.isEmpty()
                                ? ""
                                : " (the open readings also allow "
                                        + others.stream()
                                                .map(Judgements::relationship)
                                                .collect(Collectors.joining(" or "))
                                        + ")"))
                .orElse("Too little is rated for the rules to name the relationship");
    }

    /** What a supposition changes comes first. */
    private List<Judgement> keyJudgements() {
        return Stream.concat(
                        basis.change().map(change -> new ChangeText(change, figures).judgement()).stream(),
                        judgements.list().stream())
                .toList();
    }

    /** Readings that are unrated, or of which a range is given, those that narrow the interval most first. */
    private List<String> notKnown() {
        List<OpenReading> open = OpenReading.of(assessment);
        List<String> sentences = new ArrayList<>();
        int worth = (int) open.stream()
                .takeWhile(reading -> reading.narrows() >= WORTH_NAMING)
                .count();
        int named = Math.min(open.size(), Math.min(MOST_UNKNOWN, Math.max(ALWAYS_UNKNOWN, worth)));
        open.stream()
                .limit(named)
                .forEach(one -> sentences.add(one.indicator().shortLabel() + ": "
                        + new MeasureText(one.indicator()).open(one.reading())
                        + (one.narrows() > 0 ? " (" + one.points() + ")" : "") + "."));
        int more = open.size() - named;
        if (more > 0) {
            sentences.add(Wording.capitalized(Wording.count(more)) + " more of similar or less weight.");
        }
        if (open.stream().anyMatch(reading -> reading.narrows() > 0)) {
            sentences.add("In brackets: percentage points by which it would narrow the range.");
        }
        return List.copyOf(sentences);
    }

    private Probabilities probabilities(ExplorationResult exploration) {
        ExplorationSentences sentences = new ExplorationSentences(exploration);
        return new Probabilities(
                exploration.verdict().meanPercent(),
                sentences.terms(basis.scale()).entrySet().stream()
                        .map(term -> new TermProbability(term.getKey(), term.getValue()))
                        .toList(),
                sentences.inShort(basis.scale()));
    }

    private List<String> caveats() {
        return Stream.of(
                        scenario.asOf().stream()
                                .flatMap(date -> assessment.catalogue().subject().notesAt(date).stream()),
                        CaveatText.inDocuments(assessment).stream(),
                        Sources.laterThanScenario(assessment).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** How the likelihood is computed, and what reproduces it. */
    static Method method(Basis basis) {
        ArticleReference article = basis.article();
        Assessment assessment = basis.assessment();
        String cited = article.texts().isEmpty()
                ? article.cited() + " by section and paragraph (" + EXAMPLE + ")"
                : "what was read of " + article.cited() + " and other texts by text and sentence (" + EXAMPLE + ")";
        String text = RuleText.count(basis.rules(), cited) + ", as is the size of each weight."
                + (article.texts().isEmpty() ? "" : " " + article.allTexts())
                + " The base rate rests on the share of windows of five years, in the record of comparable pairs of states, in"
                + " which defence was pledged. Evidence points add up; ten multiply the odds by ten. A ceiling takes back part"
                + " of what lies above it. Grades of sources: reliability A to F, credibility 1 to 6, the best first. Words of likelihood follow "
                + (basis.scale() == LikelihoodScale.ICD203 ? "ICD 203" : "the PHIA yardstick")
                + "; a limit belongs to the word above it.";
        return new Method(
                Wording.capitalized(text),
                basis.command(),
                Wording.versions(assessment),
                Wording.versions(assessment, SHORT));
    }

    /** Every rule that fired, with what it read, and of a claim with steps how far the next one is. */
    private List<LedgerItem> ledger() {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(LedgerRow::fired)
                .map(row -> new LedgerItem(
                        assessment.catalogue().group(row.rule().group()).label(),
                        Wording.claim(row.rule()),
                        Wording.pointsOrDot(row.alliancePoints()),
                        RuleText.full(row.rule()),
                        Stream.concat(
                                        row.conditions().stream()
                                                .map(this::read)
                                                .distinct(),
                                        RuleText.next(row, assessment.catalogue()).stream())
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private String read(ConditionResult condition) {
        Indicator indicator = assessment.indicator(condition.condition().indicator());
        return indicator.shortLabel() + ": "
                + new MeasureText(indicator).readingInWords(scenario.reading(indicator.id()));
    }
}
