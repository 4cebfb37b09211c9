/** A scenario as a spreadsheet: writes workbooks (.xlsx), and reads them as strictly as JSON. */
@NullMarked
package entente.sheet;

import org.jspecify.annotations.NullMarked;
