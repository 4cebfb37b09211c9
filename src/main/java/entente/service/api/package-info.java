/** The HTTP API under {@code /api/v1}: controllers, requests and responses. */
@NullMarked
package entente.service.api;

import org.jspecify.annotations.NullMarked;
