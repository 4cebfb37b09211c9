/** The OpenAPI document of the API, generated from the annotations of its operations. */
@NullMarked
package entente.service.api.openapi;

import org.jspecify.annotations.NullMarked;
