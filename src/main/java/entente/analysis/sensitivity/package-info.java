/** What each reading alone can do to the likelihood, and where it tips the band. */
@NullMarked
package entente.analysis.sensitivity;

import org.jspecify.annotations.NullMarked;
