package entente.analysis.track;

import entente.model.Described;

/** What is new in the statement of an edition against that of the edition before, as published. */
public record StatementChange(
        @Described("From which figure to which.") String brief,

        @Described("The same in one sentence with the reason.")
        String text) {}
