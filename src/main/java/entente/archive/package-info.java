/** Keeps what must outlive the process: assessments, answers that were given once, scenarios with their versions, long work. */
@NullMarked
package entente.archive;

import org.jspecify.annotations.NullMarked;
