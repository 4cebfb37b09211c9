/** Health, metrics, logging and start-up messages for those who operate the service. */
@NullMarked
package entente.service.operations;

import org.jspecify.annotations.NullMarked;
