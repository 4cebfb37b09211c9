package entente.service;

import entente.rules.BookFault;
import java.util.List;

/**
 * Which rule book is in force, and what keeps the folder from being it.
 *
 * @param stale whether the folder holds an edit that was refused, so that what is in force is the book before it
 * @param faults of that edit; empty when there is none
 */
public record BookState(String version, String sha256, boolean stale, List<BookFault> faults) {}
