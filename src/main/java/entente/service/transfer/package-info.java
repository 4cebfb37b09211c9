/** Transfer of request bodies and responses without holding a thread: deadlines, memory budgets, reserved threads. */
@NullMarked
package entente.service.transfer;

import org.jspecify.annotations.NullMarked;
