/** The article's words as records and enums. Knows no framework. */
@NullMarked
package entente.domain;

import org.jspecify.annotations.NullMarked;
