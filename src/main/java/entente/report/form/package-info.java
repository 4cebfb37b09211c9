/** The building blocks of reports that no single medium owns: sections, lines of text, escaping. */
@NullMarked
package entente.report.form;

import org.jspecify.annotations.NullMarked;
