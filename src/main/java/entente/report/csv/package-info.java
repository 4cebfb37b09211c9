/** Answers as CSV for spreadsheets. */
@NullMarked
package entente.report.csv;

import org.jspecify.annotations.NullMarked;
