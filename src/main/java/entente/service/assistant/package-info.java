/**
 * The Model Context Protocol: tools, resources and prompts for language-model assistants, over standard input and output and
 * over HTTP. No tool writes anything.
 */
@NullMarked
package entente.service.assistant;

import org.jspecify.annotations.NullMarked;
