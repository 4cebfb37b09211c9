/** Authentication and authorisation: hosts, origins, keys, tokens, roles and security headers. */
@NullMarked
package entente.service.security;

import org.jspecify.annotations.NullMarked;
