/** Who may ask the service, from which page, and what they may ask; and what every answer says to browsers. */
@NullMarked
package entente.access;

import org.jspecify.annotations.NullMarked;
