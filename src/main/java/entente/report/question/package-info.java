/** Each question's result as a report: what it shows, in which order; free of any medium. */
@NullMarked
package entente.report.question;

import org.jspecify.annotations.NullMarked;
