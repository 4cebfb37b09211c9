package entente.model.assessment;

import entente.model.Described;
import entente.model.Described.Kind;

/** A difference between an assumption and the rule book. */
public record AssumptionChange(
        @Described(value = "Location in a scenario, below #/assumptions.", kind = Kind.POINTER)
        String pointer,

        @Described("The value of the rule book.") String book,
        @Described("The value assumed instead.") String assumed) {}
