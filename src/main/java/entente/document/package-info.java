/** Bytes of JSON or YAML become a tree that knows where each value stands, or the place where reading broke off. */
@NullMarked
package entente.document;

import org.jspecify.annotations.NullMarked;
