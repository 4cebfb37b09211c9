/** Reports as HTML, by the templates in {@code src/main/jte}. */
@NullMarked
package entente.report.html;

import org.jspecify.annotations.NullMarked;
