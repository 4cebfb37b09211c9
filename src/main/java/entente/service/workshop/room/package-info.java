/** The address that a room reaches: a second connector that answers for workshops only, and its announcement. */
@NullMarked
package entente.service.workshop.room;

import org.jspecify.annotations.NullMarked;
