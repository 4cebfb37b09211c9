package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome.OutcomeFigures;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.report.wording.SuppositionText;
import java.util.List;
import java.util.Optional;

/** The effect of each single reading, as JSON. */
public record SensitivityJson(
        @Described(kind = Kind.ID) String scenario,
        @Described(kind = Kind.DIGEST) String scenarioSha256,
        SchemaProvenance provenance,
        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        @JsonUnwrapped OutcomeFigures now,

        @Described("Readings without an effect; listed with --all only.")
        int changingNothing,

        @Described("Widest swing first, equal ones in the order of the catalogue.")
        List<Reading> readings) {

    public static final ResultDocument<SensitivityJson> DOCUMENT = new ResultDocument<>(
            "sensitivity",
            "sensitivity",
            "What entente sensitivity --format json writes: the effect of each reading alone, all others unchanged.",
            RecordType.of(SensitivityJson.class));

    /** With the version of the form of results. */
    record SchemaProvenance(@JsonUnwrapped Provenance provenance, String schema) {}

    record Reading(
            @Described(kind = Kind.ID) String indicator,
            String label,

            @JsonProperty("short") @Described("The label in at most 36 characters, for tables and charts.")
            String shortLabel,

            String unit,
            @JsonUnwrapped Swing swing) {

        private static Reading of(Swing swing, Indicator indicator) {
            return new Reading(indicator.id(), indicator.label(), indicator.shortLabel(), indicator.unit(), swing);
        }
    }

    /** @param all whether readings without an effect are listed too */
    public static String write(SensitivityResult result, boolean all) {
        return DOCUMENT.pretty(of(result, all));
    }

    public static SensitivityJson of(SensitivityResult result, boolean all) {
        Assessment now = result.current();
        return new SensitivityJson(
                now.scenario().id(),
                now.scenario().sha256(),
                new SchemaProvenance(now.provenance(), Provenance.SCHEMA),
                SuppositionText.plain(now),
                new OutcomeFigures(
                        result.likelihood(),
                        result.likelihood().band(),
                        now.verdict().relationship()),
                result.ineffectiveCount(),
                (all ? result.swings() : result.effectiveSwings())
                        .stream()
                                .map(swing -> Reading.of(swing, now.catalogue().indicator(swing.indicator())))
                                .toList());
    }
}
