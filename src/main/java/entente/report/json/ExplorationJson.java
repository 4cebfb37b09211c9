package entente.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.SuppositionText;
import java.util.List;
import java.util.Optional;

/** The probability of each verdict where readings are uncertain, as JSON. */
public record ExplorationJson(
        @Described(kind = Kind.ID) String scenario,
        @Described(kind = Kind.DIGEST) String scenarioSha256,
        @JsonInclude @Described(SuppositionText.MEANING) Optional<String> supposition,
        @JsonUnwrapped ExplorationResult result,

        @Described("The conditions for a verdict, where they are asked for.")
        Optional<WordedDiscovery> discovery) {

    public static final ResultDocument<ExplorationResult> DOCUMENT = new ResultDocument<>(
            "exploration",
            "exploration",
            "What entente explore --format json writes: the probability of each verdict where readings are uncertain.",
            RecordType.of(ExplorationJson.class, ExplorationJson::of));

    private static ExplorationJson of(ExplorationResult result) {
        return new ExplorationJson(
                result.question().scenario().id(),
                result.question().scenario().sha256(),
                SuppositionText.plain(result.assessment()),
                result,
                result.discovery()
                        .map(found -> new WordedDiscovery(found, new ExplorationSentences(result).conditions(found))));
    }

    record WordedDiscovery(
            @JsonUnwrapped Discovery discovery,
            @Described("The same in words.") List<String> sentences) {}
}
