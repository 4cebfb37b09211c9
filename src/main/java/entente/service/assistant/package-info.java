/**
 * The Model Context Protocol: tools and resources for language-model assistants, over standard input and output and
 * over HTTP. No tool writes anything.
 */
@NullMarked
package entente.service.assistant;

import org.jspecify.annotations.NullMarked;
