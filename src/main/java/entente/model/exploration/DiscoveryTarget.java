package entente.model.exploration;

import entente.model.Band;
import java.util.Set;

/**
 * A verdict whose conditions are sought.
 *
 * @param band with those above it if it is above the most probable band, otherwise with those below; of the most
 *     probable band itself, with those above unless that is every case
 * @param locked indicators on which no condition may be
 */
public record DiscoveryTarget(Band band, Set<String> locked) {}
