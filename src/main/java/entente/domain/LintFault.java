package entente.domain;

/** Why a book does not load. */
public record LintFault(String code, BookPlace place, String detail) {}
