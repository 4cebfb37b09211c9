/** Reports as text of 80 columns, and the texts of a rule book's upkeep. */
@NullMarked
package entente.report.text;

import org.jspecify.annotations.NullMarked;
