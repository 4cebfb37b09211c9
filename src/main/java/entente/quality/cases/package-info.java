/** Cases of a rule book: situations with expectations. */
@NullMarked
package entente.quality.cases;

import org.jspecify.annotations.NullMarked;
