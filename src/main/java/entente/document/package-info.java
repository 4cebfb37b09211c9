/** Strict parsing of JSON and YAML into a tree in which every value has its line and column, or a located error. */
@NullMarked
package entente.document;

import org.jspecify.annotations.NullMarked;
