/** Answers as plain text of 80 columns for a terminal. */
@NullMarked
package entente.report.text;

import org.jspecify.annotations.NullMarked;
