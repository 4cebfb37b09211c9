/** Answers as self-contained HTML. */
@NullMarked
package entente.report.html;

import org.jspecify.annotations.NullMarked;
