/** The service's door: HTTP under {@code /api/v1}, in front of the same engine as the command line. */
@NullMarked
package entente.web;

import org.jspecify.annotations.NullMarked;
