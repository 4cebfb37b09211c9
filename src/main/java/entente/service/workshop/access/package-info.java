/** Who a request comes from: codes, tokens, cookies, and the slowing of guesses. */
@NullMarked
package entente.service.workshop.access;

import org.jspecify.annotations.NullMarked;
