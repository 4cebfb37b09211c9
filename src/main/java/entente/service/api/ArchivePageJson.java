package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.report.json.CommonForms;
import entente.report.json.CommonForms.RuleBookVersion;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.service.archive.ArchivePage;
import entente.service.archive.ArchiveSummary;

/** JSON of a page of stored assessments. */
final class ArchivePageJson {

    private static final Form<ArchiveSummary> SUMMARY = Form.<ArchiveSummary>named("storedAssessment")
            .required("id", UUID, ArchiveSummary::id)
            .required("at", INSTANT, "Time of storage.", ArchiveSummary::at)
            .required("scenario", ID, ArchiveSummary::scenarioId)
            .required("title", TEXT, ArchiveSummary::title)
            .required("scenarioSha256", DIGEST, ArchiveSummary::scenarioSha256)
            .required("percent", number("percent, 1–99", "minimum", 1, "maximum", 99), ArchiveSummary::percent)
            .required("band", CommonForms.BAND, ArchiveSummary::band)
            .required("engine", TEXT, ArchiveSummary::engine)
            .required(
                    "rules",
                    CommonForms.RULE_BOOK_VERSION,
                    summary -> new RuleBookVersion(summary.rulesVersion(), summary.rulesSha256()))
            .required("owner", TEXT, "The caller; local without accounts.", ArchiveSummary::owner);

    static final ResultDocument<ArchivePage> DOCUMENT = new ResultDocument<>(
            "assessments",
            "stored assessments",
            "A page of stored assessments, newest first.",
            Form.<ArchivePage>named("assessments")
                    .required("assessments", list(SUMMARY), ArchivePage::entries)
                    .optional("next", TEXT, ArchivePage::next)
                    .described("Value of after for the next page; absent on the last."));

    private ArchivePageJson() {}
}
