package entente.service.rulebook;

import entente.rulebook.RuleBookFault;
import java.util.List;

/**
 * The active rule book, and the faults of a refused edit.
 *
 * @param stale whether the folder contains a refused edit, so that the previous book is active
 * @param faults of that edit; empty if there is none
 */
public record RuleBookState(String version, String sha256, boolean stale, List<RuleBookFault> faults) {}
