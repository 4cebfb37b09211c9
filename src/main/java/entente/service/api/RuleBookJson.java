package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.model.rule.RuleBook;
import entente.report.json.CommonForms;
import entente.report.json.CommonForms.RuleBookVersion;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.report.json.RulesJson;
import entente.rulebook.RuleBookFault;
import entente.service.rulebook.RuleBookState;
import java.util.Optional;

/** JSON of the active rule book with its state. */
final class RuleBookJson {

    record ActiveBook(RuleBook book, RuleBookState state) {}

    private static final Form<RuleBookFault> FAULT = Form.<RuleBookFault>named("ruleBookFault")
            .optional("file", TEXT, fault -> Optional.of(fault.file()).filter(file -> !file.isEmpty()))
            .described("Relative to the folder of the rule book; absent for the folder itself.")
            .optional("line", POSITIVE, fault -> CommonForms.positive(fault.line()))
            .required("code", CODE, RuleBookFault::code)
            .required("detail", TEXT, RuleBookFault::detail);

    static final ResultDocument<ActiveBook> DOCUMENT = new ResultDocument<>(
            "book",
            "active rule book",
            "Version, state and rules of the active rule book.",
            Form.<ActiveBook>named("book")
                    .including(CommonForms.RULE_BOOK_VERSION, active -> RuleBookVersion.of(active.book()))
                    .required("stale", BOOLEAN, active -> active.state().stale())
                    .described("Whether the folder holds a refused edit, so that the previous book is active.")
                    .required("faults", list(FAULT), active -> active.state().faults())
                    .described("Faults of that edit.")
                    .required(
                            "rules",
                            list(RulesJson.RULE),
                            active -> active.book().rules()));

    private RuleBookJson() {}
}
