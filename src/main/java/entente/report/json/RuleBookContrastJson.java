package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.analysis.comparison.RuleBookContrast.Discriminator.LikelihoodPair;
import entente.analysis.comparison.RuleBookContrast.Sides;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.GroupResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Scenarios under two rule books as JSON. */
public final class RuleBookContrastJson {

    private record PointPair(Points alliance, Points partnership) {}

    private static final Form<PointPair> POINT_PAIR = Form.<PointPair>named("pointPair")
            .required("alliancePoints", POINTS, PointPair::alliance)
            .required("partnershipPoints", POINTS, PointPair::partnership);

    private static final JsonType<GroupResult> GROUP =
            POINT_PAIR.of(group -> new PointPair(group.alliancePoints(), group.partnershipPoints()));

    private static final JsonType<LedgerRow> RULE =
            POINT_PAIR.of(row -> new PointPair(row.alliancePoints(), row.partnershipPoints()));

    private static final Form<LikelihoodPair> LIKELIHOOD_PAIR = Form.<LikelihoodPair>named("likelihoodPair")
            .required("value", MEASURE, "The first value of its grade under one of the books.", LikelihoodPair::value)
            .required("firstPercent", LIKELIHOOD, LikelihoodPair::first)
            .required("secondPercent", LIKELIHOOD, LikelihoodPair::second);

    private static final Form<Discriminator> DISCRIMINATOR = Form.<Discriminator>named("discriminator")
            .required("indicator", ID.of(Indicator::id), Discriminator::indicator)
            .required("known", BOOLEAN, Discriminator::known)
            .described("Whether the scenario rates it; if not, a reading would discriminate between the books.")
            .required(
                    "spreadPercentagePoints",
                    number("percentage points", "exclusiveMinimum", 0),
                    discriminator -> discriminator.spreadTenths() / 10.0)
            .described("By how much the gap between the two likelihoods varies over all its values.")
            .required("closest", LIKELIHOOD_PAIR, "The end with the smaller gap.", Discriminator::closest)
            .required("furthest", LIKELIHOOD_PAIR, "The end with the larger gap.", Discriminator::furthest);

    private static final Form<RuleBookContrast> CONTRAST = Form.<RuleBookContrast>named("scenarioUnderTwoBooks")
            .required("scenario", ID, contrast -> contrast.first().scenario().id())
            .required("sha256", DIGEST, contrast -> contrast.first().scenario().sha256())
            .described("Digest of the resolved scenario.")
            .required("first", VerdictForms.VERDICT, RuleBookContrast::first)
            .required("second", VerdictForms.VERDICT, RuleBookContrast::second)
            .required(
                    "percentagePoints",
                    TENTHS,
                    contrast -> contrast.second().verdict().likelihood().tenths()
                            - contrast.first().verdict().likelihood().tenths())
            .described("By how much the second likelihood is higher.")
            .required("discriminators", list(DISCRIMINATOR), RuleBookContrast::discriminators)
            .described("Readings that discriminate between the two books, best first.")
            .required("groups", list(sides("groupUnderTwoBooks", "group", GROUP)), RuleBookContrast::groups)
            .described("Barriers, drivers and states of either book; a book that lacks one has no points.")
            .required("counting", list(sides("ruleUnderTwoBooks", "rule", RULE)), RuleBookContrast::fired)
            .described("Rules that fired under at least one book.");

    public static final ResultDocument<List<RuleBookContrast>> DOCUMENT = new ResultDocument<>(
            "book-comparison",
            "comparison of rule books",
            "What entente compare --rules A,B --format json writes: scenarios under two rule books.",
            Form.<List<RuleBookContrast>>named("bookComparison")
                    .required(
                            "engine",
                            TEXT.of(Provenance::engine),
                            contrasts -> book(contrasts, RuleBookContrast::first))
                    .required("first", CommonForms.RULES, contrasts -> book(contrasts, RuleBookContrast::first))
                    .required("second", CommonForms.RULES, contrasts -> book(contrasts, RuleBookContrast::second))
                    .required("scenarios", list(CONTRAST, "minItems", 1), contrasts -> contrasts));

    private RuleBookContrastJson() {}

    private static Provenance book(List<RuleBookContrast> contrasts, Function<RuleBookContrast, Assessment> side) {
        return side.apply(contrasts.get(0)).provenance();
    }

    private static <T> Form<Sides<T>> sides(String name, String idField, JsonType<T> points) {
        return Form.<Sides<T>>named(name)
                .required(idField, ID, Sides::id)
                .optional("first", points, "Points under the first book.", Sides::first)
                .optional("second", points, "Points under the second book.", Sides::second)
                .constrained(
                        "anyOf", List.of(Map.of("required", List.of("first")), Map.of("required", List.of("second"))));
    }
}
