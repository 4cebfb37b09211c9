/** Runs an ensemble: which readings vary and how, all variants on several threads, and what they amount to. */
@NullMarked
package entente.analysis.ensemble.run;

import org.jspecify.annotations.NullMarked;
