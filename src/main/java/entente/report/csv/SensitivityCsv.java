package entente.report.csv;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.TippingPoint;
import entente.model.Indicator;
import entente.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The effect of each single reading as CSV, one row per reading, widest swing first. */
public final class SensitivityCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "indicator",
            "label",
            "unit",
            "value",
            "grade",
            "percent",
            "swing",
            "low_percent",
            "low_grade",
            "low_value",
            "high_percent",
            "high_grade",
            "high_value",
            "band_changes_at",
            "relationship_changes_at",
            "percent_if_very_low",
            "percent_if_low",
            "percent_if_moderate",
            "percent_if_high",
            "percent_if_very_high",
            "scenario_sha256",
            "rules_version",
            "rules_sha256",
            "engine");

    private SensitivityCsv() {}

    /** @param all whether readings that change nothing get a row too */
    public static String write(SensitivityResult result, boolean all) {
        List<Swing> shown = all ? result.swings() : result.effectiveSwings();
        return VerdictCsv.print(
                COLUMNS, shown.stream().map(swing -> row(result, swing)).toList());
    }

    private static List<Object> row(SensitivityResult result, Swing swing) {
        var now = result.current();
        Indicator indicator = now.catalogue().indicator(swing.indicator());
        List<Object> row = new ArrayList<>(List.of(
                VerdictCsv.text(now.scenario().id()),
                VerdictCsv.text(swing.indicator()),
                VerdictCsv.text(indicator.label()),
                VerdictCsv.text(indicator.unit()),
                swing.value().isPresent() ? VerdictCsv.number(swing.value().getAsDouble()) : "",
                swing.grade().name(),
                VerdictCsv.number(result.likelihood()),
                VerdictCsv.number(swing.spreadTenths() / 10.0)));
        end(row, swing.low());
        end(row, swing.high());
        row.add(at(swing, TippingPoint::changesBand));
        row.add(at(swing, TippingPoint::changesRelationship));
        swing.outcomes().forEach(step -> row.add(VerdictCsv.number(step.likelihood())));
        row.add(now.scenario().sha256());
        row.add(VerdictCsv.text(now.provenance().rulesVersion()));
        row.add(now.provenance().rulesSha256());
        row.add(now.provenance().engine());
        return row;
    }

    private static void end(List<Object> row, GradeOutcome step) {
        row.add(VerdictCsv.number(step.likelihood()));
        row.add(step.grade().name());
        row.add(VerdictCsv.number(step.value()));
    }

    /** The cut points, with blanks between. */
    private static String at(Swing swing, Predicate<TippingPoint> kind) {
        return VerdictCsv.text(swing.tippingPoints().stream()
                .filter(kind)
                .map(point -> Numbers.plain(point.cutPoint()))
                .collect(Collectors.joining(" ")));
    }
}
