package entente.service.archive;

import java.util.Map;

/**
 * The durability of entries that a store has acknowledged.
 *
 * @param store the product and its version
 * @param survives a sentence
 * @param settings of the store that determine it
 */
public record DurabilityPromise(String store, String survives, Map<String, String> settings) {}
