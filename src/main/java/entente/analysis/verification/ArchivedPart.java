package entente.analysis.verification;

import entente.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One assessment of a file, or all its problems.
 *
 * @param location location in the file, such as "line 3"; empty for the whole file
 * @param assessment empty if and only if there are problems
 */
public record ArchivedPart(String location, Optional<ArchivedAssessment> assessment, List<Problem> problems) {}
