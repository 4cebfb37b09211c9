package entente.domain;

/** By how much the interval narrows, on average over the grades it may have, once this reading is known. */
public record FindOutNext(String indicator, double narrowsPercent) {}
