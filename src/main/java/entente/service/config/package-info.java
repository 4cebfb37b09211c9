/** Spring configuration: settings, their checks, and the assembly of the service. */
@NullMarked
package entente.service.config;

import org.jspecify.annotations.NullMarked;
