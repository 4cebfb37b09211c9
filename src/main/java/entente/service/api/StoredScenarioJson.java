package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.service.archive.StoredScenario;

/** JSON of a stored version of a scenario. */
final class StoredScenarioJson {

    static final ResultDocument<StoredScenario> DOCUMENT = new ResultDocument<>(
            "stored-scenario",
            "stored scenario",
            "A stored version of a scenario.",
            Form.<StoredScenario>named("stored-scenario")
                    .required("id", ID, StoredScenario::id)
                    .required("version", POSITIVE, StoredScenario::version)
                    .required("sha256", DIGEST, StoredScenario::sha256)
                    .required("author", TEXT, StoredScenario::author)
                    .required("at", INSTANT, "Time of storage.", StoredScenario::at));

    private StoredScenarioJson() {}
}
