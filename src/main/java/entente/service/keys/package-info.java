/** The key file: names, roles and digests of API keys. */
@NullMarked
package entente.service.keys;

import org.jspecify.annotations.NullMarked;
