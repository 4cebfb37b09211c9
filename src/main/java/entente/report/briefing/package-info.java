/**
 * Briefings: an assessment as a document that leaves the house, as analysts' standards ask ({@link Briefing} the content,
 * {@link BriefingWriter} its sentences).
 */
@NullMarked
package entente.report.briefing;

import org.jspecify.annotations.NullMarked;
