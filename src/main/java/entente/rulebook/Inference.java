package entente.rulebook;

import entente.model.GradedReading;
import java.util.Collection;
import java.util.Set;

/** Which rules hold in a graded world. */
public interface Inference {

    /** Ids of the rules all of whose conditions hold. */
    Set<String> satisfiedRules(Collection<GradedReading> world);
}
