package entente.rulebook;

import entente.model.GradedReading;
import java.util.Collection;
import java.util.Set;

/** Determines which rules are satisfied by graded readings. */
public interface Inference {

    /** Ids of the rules whose conditions all hold. */
    Set<String> satisfiedRules(Collection<GradedReading> readings);
}
