/**
 * Strict reading of JSON and YAML: bytes become a tree in which every value has its line and column, or a located error.
 */
@NullMarked
package entente.document;

import org.jspecify.annotations.NullMarked;
