/** What a running service has beside a command line: a rule book that can change under it, and bounds on every evaluation. */
@NullMarked
package entente.service;

import org.jspecify.annotations.NullMarked;
