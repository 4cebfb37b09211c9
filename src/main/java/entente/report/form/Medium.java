package entente.report.form;

/** For what an answer is written. */
public enum Medium {
    /** At a terminal, where another command gives more. */
    TEXT,
    MD,
    HTML
}
