package entente.rules;

import entente.domain.RuleBook;

/** A rule book ready to be asked. */
public record OpenBook(RuleBook book, Inference inference) {}
