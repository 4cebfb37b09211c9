package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.flip.FlipResult;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.wording.SuppositionText;
import java.util.Optional;

/** Flips as JSON. */
public record FlipJson(
        @Described(kind = Kind.ID) String scenario,
        @Described(kind = Kind.DIGEST) String scenarioSha256,
        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        @JsonUnwrapped FlipResult result) {

    public static final ResultDocument<FlipResult> DOCUMENT = new ResultDocument<>(
            "flip",
            "flips",
            "What entente flip --format json writes: all smallest sets of readings whose change reaches a band.",
            RecordType.of(FlipJson.class, FlipJson::of));

    private static FlipJson of(FlipResult result) {
        return new FlipJson(
                result.scenario().id(), result.scenario().sha256(), SuppositionText.plain(result.assessment()), result);
    }
}
