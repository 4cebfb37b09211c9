package entente.service.rulebook;

import entente.rulebook.RuleBookFault;
import java.util.List;

/**
 * Which rule book is in force, and what keeps the folder from being it.
 *
 * @param stale whether the folder holds an edit that was refused, so that what is in force is the book before it
 * @param faults of that edit; empty when there is none
 */
public record RuleBookState(String version, String sha256, boolean stale, List<RuleBookFault> faults) {}
