package entente.report.wording;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.assessment.Warning;

/** Two readings that contradict each other: in the words of the rule book, or in general ones with both labels. */
record ContradictionText(Warning warning, Catalogue catalogue) {

    String sentence() {
        Indicator indicator = catalogue.indicator(
                warning.pointer().substring(warning.pointer().lastIndexOf('/') + 1));
        boolean share = warning.kind() == Warning.Kind.SHARE_ABOVE_WHOLE;
        Indicator other = catalogue.indicator((share ? indicator.partOf() : indicator.actsThrough()).orElseThrow());
        String general = share
                ? "“" + indicator.shortLabel() + "” ({value}) is above “" + other.shortLabel()
                        + "” ({other}), of which it is a part."
                : "“" + indicator.shortLabel() + "” ({value}) has no effect with “" + other.shortLabel()
                        + "” at {other}: it acts through that only.";
        return catalogue
                .subject()
                .caveats()
                .getOrDefault(indicator.id(), general)
                .replace("{value}", reading(indicator, warning.facts().get(0)))
                .replace("{other}", reading(other, warning.facts().get(1)));
    }

    /** 0 and 100 percent are spelled out, so as not to read like a certainty. */
    private static String reading(Indicator indicator, String figure) {
        if (!indicator.percent()) {
            return new MeasureText(indicator).value(Double.parseDouble(figure));
        }
        return switch (figure) {
            case "0" -> "zero percent";
            case "100" -> "a hundred percent";
            default -> figure + " percent";
        };
    }
}
