package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.comparison.Share;
import entente.model.Band;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Problem;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.model.assessment.Provenance;
import entente.model.assessment.Provenance.RuleBookVersion;
import java.util.Arrays;
import java.util.Optional;

/** Types and forms that several documents contain. */
public final class CommonForms {

    public static final JsonType<Band> BAND = choice(Band.values());
    public static final JsonType<Relationship> RELATIONSHIP = choice(Relationship.values());
    public static final JsonType<Grade> GRADE = choice(Grade.values());
    private static final Grade[] KNOWN = Arrays.stream(Grade.values())
            .filter(grade -> grade != Grade.UNKNOWN)
            .toArray(Grade[]::new);
    static final JsonType<Grade> KNOWN_GRADE = choice(KNOWN);
    static final Object[] KNOWN_GRADES = names(KNOWN);

    public static final Form<RuleBookVersion> RULE_BOOK_VERSION = Form.<RuleBookVersion>named("ruleBookVersion")
            .required("version", TEXT, RuleBookVersion::version)
            .required("sha256", DIGEST, RuleBookVersion::sha256)
            .described("Digest of the rule book, without texts, comments and layout.")
            .nullable(
                    "textsSha256",
                    DIGEST,
                    "Digest of its texts, such as labels and claims, on which no result depends; null where it is not recorded.",
                    RuleBookVersion::textsSha256);

    static final JsonType<Provenance> RULES = RULE_BOOK_VERSION.of(Provenance::rules);

    static final Form<Provenance> PROVENANCE = Form.<Provenance>named("provenance")
            .required("engine", TEXT, "Version of the engine.", Provenance::engine)
            .required("rules", RULES, from -> from);

    static final Form<RuleCondition> CONDITION = Form.<RuleCondition>named("ruleCondition")
            .required("indicator", ID, RuleCondition::indicator)
            .required("comparison", choice(ComparisonOperator.values()), RuleCondition::comparison)
            .required("grade", KNOWN_GRADE, "The grade with which the reading is compared.", RuleCondition::threshold);

    static final JsonType<AssumptionChange> ASSUMPTION_CHANGE = RecordType.of(AssumptionChange.class);

    public static final JsonType<Problem> PROBLEM = RecordType.of(Problem.class);

    static final JsonType<Share> SHARE_OF_PERCENT = RecordType.of(Share.class);

    private CommonForms() {}

    static Object[] names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toArray();
    }

    /** Empty for 0. */
    public static Optional<Integer> positive(int number) {
        return number > 0 ? Optional.of(number) : Optional.empty();
    }
}
