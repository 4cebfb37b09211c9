/** Search for all smallest sets of changed readings that move a scenario to another band. */
@NullMarked
package entente.analysis.flip;

import org.jspecify.annotations.NullMarked;
