package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.attribution.Share;

/** The tree of shares of a difference. */
final class ShareForms {

    static final Form<Share> PERCENTAGE_POINTS =
            share("percentageShare", "percentagePoints", "percentage points", 10, "exactTenths");
    static final Form<Share> POINTS = share("pointShare", "points", "points", 100, "exactHundredths");

    private ShareForms() {}

    private static Form<Share> share(String name, String field, String unit, double perUnit, String exact) {
        return Form.<Share>named(name)
                .required("of", list(TEXT, "minItems", 1), Share::ids)
                .described("Ids of what it is the share of; several if they were too many to separate.")
                .required(field, number(unit), share -> share.rounded() / perUnit)
                .described("Rounded up or down so that shares add up.")
                .required(
                        exact,
                        text("fraction", "pattern", "^-?[0-9]+(/[0-9]+)?$"),
                        share -> share.exact().toString())
                .described("The exact share, in "
                        + exact.substring("exact".length()).toLowerCase(java.util.Locale.ROOT)
                        + " of the unit.")
                .required(
                        "within", list(recursive(name, () -> perUnit == 10 ? PERCENTAGE_POINTS : POINTS)), Share::parts)
                .described(
                        "The shares of its parts, which add up to it; empty if it has none or they were not separated.");
    }
}
