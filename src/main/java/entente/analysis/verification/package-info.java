/** An assessment on file held against a new assessment of the same scenario: identical, or what drifted. */
@NullMarked
package entente.analysis.verification;

import org.jspecify.annotations.NullMarked;
