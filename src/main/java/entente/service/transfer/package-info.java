/** Transfer of request bodies and responses: deadlines, memory budgets, and a thread for each connection. */
@NullMarked
package entente.service.transfer;

import org.jspecify.annotations.NullMarked;
