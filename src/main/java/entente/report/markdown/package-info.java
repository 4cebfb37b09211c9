/** Reports as Markdown. */
@NullMarked
package entente.report.markdown;

import org.jspecify.annotations.NullMarked;
