/** Reports as Word documents; the only package that uses Apache POI, which is on the class path of the service only. */
@NullMarked
package entente.report.word;

import org.jspecify.annotations.NullMarked;
