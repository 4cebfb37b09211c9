package entente.analysis.verification;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One assessment of a file, or everything that is wrong with it.
 *
 * @param at where in the file it stands, such as "line 3"; empty where it is the whole file
 * @param assessment empty exactly where there are problems
 */
public record ArchivedPart(String location, Optional<ArchivedAssessment> assessment, List<Problem> problems) {}
