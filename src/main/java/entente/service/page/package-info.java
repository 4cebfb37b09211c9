/** The interactive pages: the front page, the workbench, the comparison, and the files that they load. */
@NullMarked
package entente.service.page;

import org.jspecify.annotations.NullMarked;
