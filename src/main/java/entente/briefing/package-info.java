/** What briefings need computed: the assessment with its sensitivities, the previous edition, the rival reading. */
@NullMarked
package entente.briefing;

import org.jspecify.annotations.NullMarked;
