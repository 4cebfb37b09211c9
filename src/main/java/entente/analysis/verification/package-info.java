/** Comparison of an archived assessment with a new assessment of the same scenario: identical or drifted. */
@NullMarked
package entente.analysis.verification;

import org.jspecify.annotations.NullMarked;
