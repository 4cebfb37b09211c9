package entente.report.json;

import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.*;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.Published;
import entente.analysis.track.Resolution;
import entente.analysis.track.Statement;
import entente.analysis.track.StatementChange;
import entente.model.assessment.Interval;

/** An edition of a briefing as JSON, and how its statement was resolved. */
public final class EditionJson {

    static final Form<EditionId> ID_FORM = Form.<EditionId>named("editionId")
            .required("scenario", ID, EditionId::scenario)
            .required("number", POSITIVE, EditionId::number);

    static final Form<Statement> STATEMENT = Form.<Statement>named("statement")
            .required("event", TEXT, "What the likelihood is of.", Statement::event)
            .optional("asOf", DATE, "The date that the scenario describes.", Statement::asOf)
            .required("horizonYears", HORIZON, Statement::horizonYears)
            .required("lastDay", DATE, "Last day of the horizon.", Statement::lastDay)
            .optional("text", TEXT, statement -> statement.published().map(Published::text))
            .described("The verdict in one sentence, as published; absent in editions of before it was kept.")
            .optional("figure", TEXT, statement -> statement.published().map(Published::figure))
            .described("Its short form; with text.")
            .optional(
                    "lowPercent", LIKELIHOOD, statement -> statement.interval().map(Interval::low))
            .described("Lower end of the interval, where this was published instead of a likelihood.")
            .optional(
                    "highPercent", LIKELIHOOD, statement -> statement.interval().map(Interval::high))
            .described("Its upper end; with lowPercent.")
            .including(VerdictForms.LIKELIHOOD_AND_BAND, Statement::likelihood)
            .optional("relationship", RELATIONSHIP, Statement::relationship)
            .described("The expected relationship; absent where too little is rated to name one.")
            .required("baseRatePercent", PROPER_PERCENT, Statement::baseRatePercent)
            .described("Of the rule book for the horizon, regardless of the scenario's assumptions.");

    static final Form<StatementChange> CHANGE = Form.<StatementChange>named("statementChange")
            .required("brief", TEXT, "From which figure to which.", StatementChange::brief)
            .required("text", TEXT, "The same in one sentence with the reason.", StatementChange::text);

    static final Form<Resolution> RESOLUTION = Form.<Resolution>named("resolution")
            .required("occurred", BOOLEAN, "Whether the event occurred within the horizon.", Resolution::occurred)
            .required("on", DATE, Resolution::on)
            .described("Day of the event, or the day by which it is known that there was none.")
            .required("source", TEXT, Resolution::source);

    public static final ResultDocument<Edition> DOCUMENT = new ResultDocument<>(
            "edition",
            "edition",
            "What edition.json in an archive of briefings holds: the statement of an edition and its provenance.",
            Form.<Edition>named("edition")
                    .including(ID_FORM, Edition::id)
                    .required("title", TEXT, Edition::title)
                    .required("statement", STATEMENT, Edition::statement)
                    .required("scenarioSha256", DIGEST, "Digest of scenario.json.", Edition::scenarioSha256)
                    .including(CommonForms.PROVENANCE, Edition::provenance)
                    .optional("rivalSha256", DIGEST, "Digest of the rival rule book.", Edition::rivalSha256)
                    .required("issued", INSTANT, Edition::issued)
                    .optional("previous", POSITIVE, "Number of the edition before.", Edition::previous)
                    .optional("change", CHANGE, Edition::change)
                    .described("Against the statement of the edition before."));

    public static final ResultDocument<Resolution> RESOLUTION_DOCUMENT = new ResultDocument<>(
            "resolution",
            "resolution",
            "What resolution.json in an archive of briefings holds: what became of a statement.",
            RESOLUTION);

    private EditionJson() {}
}
