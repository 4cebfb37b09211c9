package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.model.rule.Weight;
import java.util.List;

/** Rules as JSON. */
public final class RulesJson {

    private static final JsonType<Weight> WEIGHT = choice(Weight.values());

    public static final Form<Rule> RULE = Form.<Rule>named("rule")
            .required("id", ID, Rule::id)
            .required("kind", choice(RuleKind.values()), Rule::kind)
            .required("group", ID, Rule::group)
            .required("claim", TEXT, Rule::claim)
            .required("when", list(CommonForms.CONDITION), "All must hold.", Rule::conditions)
            .optional("alliance", WEIGHT, Rule::alliance)
            .optional("partnership", WEIGHT, Rule::partnership)
            .optional("ceiling", choice(CeilingKind.values()), Rule::ceiling)
            .required("overrides", list(TEXT), "Tags of the rules that it overrides.", Rule::overrides)
            .required("cites", list(CITATION), Rule::cites)
            .optional("projectAssumption", TEXT, "What the claim assumes beyond the article.", Rule::projectAssumption)
            .required("tags", list(TEXT), Rule::tags)
            .required("encodes", list(TEXT), "Items of the inventory.", Rule::encodes)
            .present(List.of("ceiling"), "kind", RuleKind.CEILING.name());

    public static final ResultDocument<List<Rule>> DOCUMENT = new ResultDocument<>(
            "rules", "rules", "What entente rules list and rules show --format json write.", list(RULE));

    private RulesJson() {}
}
