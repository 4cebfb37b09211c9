package entente.service.archive;

import java.util.Map;

/**
 * What a store promises about something that it has acknowledged.
 *
 * @param store the product and its version
 * @param survives a sentence
 * @param settings of the store, by its own names, on which the promise rests
 */
public record DurabilityPromise(String store, String survives, Map<String, String> settings) {}
