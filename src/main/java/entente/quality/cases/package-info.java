/** Worked cases beside a rule book: situations with what must follow from them. */
@NullMarked
package entente.quality.cases;

import org.jspecify.annotations.NullMarked;
