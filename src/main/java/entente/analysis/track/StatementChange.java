package entente.analysis.track;

/**
 * What is new in the statement of an edition against that of the edition before, as published.
 *
 * @param brief without a reason, such as "risen from 10.0 % to 47.4 %"
 * @param text one sentence with the reason
 */
public record StatementChange(String brief, String text) {}
