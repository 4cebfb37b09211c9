package entente.analysis.track;

import entente.model.assessment.Interval;
import java.util.Optional;

/**
 * A verdict as it was published.
 *
 * @param text the verdict in one sentence
 * @param figure its short form
 * @param interval what was stated instead of a likelihood; empty where a likelihood was
 */
public record Published(String text, String figure, Optional<Interval> interval) {}
