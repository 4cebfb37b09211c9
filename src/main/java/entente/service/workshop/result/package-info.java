/** The file to take home: a page and a workbook. */
@NullMarked
package entente.service.workshop.result;

import org.jspecify.annotations.NullMarked;
