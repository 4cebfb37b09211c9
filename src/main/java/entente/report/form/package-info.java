/** The model of a report, free of any medium, and lines of text. */
@NullMarked
package entente.report.form;

import org.jspecify.annotations.NullMarked;
