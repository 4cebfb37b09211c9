package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Points;
import entente.model.rule.Ceiling;

/** The points that an applied ceiling removed. */
public record CeilingEffect(
        @Described(kind = Kind.ID) String rule,
        @JsonUnwrapped Ceiling ceiling,
        @JsonProperty("takenBack") Points reduction) {}
