/** The sentences and figures of answers; the only place that writes prose, for every medium. */
@NullMarked
package entente.report.wording;

import org.jspecify.annotations.NullMarked;
