/** Statements of briefings that were issued, what became of them, and how well they did. */
@NullMarked
package entente.analysis.track;

import org.jspecify.annotations.NullMarked;
