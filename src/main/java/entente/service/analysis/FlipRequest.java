package entente.service.analysis;

import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.document.Fields;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Scenario;
import entente.scenario.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parameters of a flip search: target, locked indicators, maximum size. */
public record FlipRequest(Scenario scenario, FlipTarget target, Set<String> locked, int maxSize) {

    private static final int DEFAULT_SIZE = 3;

    /** @throws entente.service.problem.ProblemException with all problems */
    public static FlipRequest of(RequestEnvelope envelope, Catalogue catalogue) {
        Fields fields = envelope.allowOnly("scenario", "to", "up", "down", "lock", "maxSize");
        Optional<Scenario> scenario = envelope.scenario("scenario");
        FlipTarget target = target(fields);
        Set<String> locked = Vocabulary.indicators(fields, "lock", catalogue);
        int maxSize = size(fields);
        envelope.check();
        return new FlipRequest(scenario.orElseThrow(), target, locked, maxSize);
    }

    private static FlipTarget target(Fields fields) {
        Optional<Band> to =
                fields.named("to", Stream.of(Band.values()).map(Enum::name).toList(), Band::named);
        boolean up = fields.booleanValue("up").orElse(false);
        boolean down = fields.booleanValue("down").orElse(false);
        boolean named = fields.has("to");
        if ((named ? 1 : 0) + (up ? 1 : 0) + (down ? 1 : 0) != 1) {
            String detail = "Specify exactly one target: \"to\" with a band, \"up\": true or \"down\": true.";
            fields.at().reject("ONE_TARGET", detail, List.of("to", "up", "down"));
        }
        if (to.isPresent()) {
            return FlipTarget.to(to.get());
        }
        return up ? FlipTarget.UP : FlipTarget.DOWN;
    }

    private static int size(Fields fields) {
        double size = fields.number("maxSize").orElse((double) DEFAULT_SIZE);
        if (size < 1 || size > FlipSearch.MAX_SIZE || size != Math.rint(size)) {
            String detail = "maxSize is between 1 and " + FlipSearch.MAX_SIZE + ".";
            fields.at("maxSize").reject("OUT_OF_RANGE", detail, List.of("1", "2", "3", "4"));
        }
        return (int) size;
    }
}
