/** What the service answers when it cannot do what was asked: problem details after RFC 9457, each type with a page. */
@NullMarked
package entente.problem;

import org.jspecify.annotations.NullMarked;
