package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.RuleKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The state of a rule in a ledger. */
public final class LedgerText {

    private LedgerText() {}

    /** Every mark with what it stands for. */
    public static String legend() {
        return Arrays.stream(LedgerStatus.values())
                .map(status -> mark(status) + Wording.GLUE + described(status).replace(' ', Wording.GLUE))
                .collect(Collectors.joining(" · "));
    }

    public static String mark(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "●";
            case NOT_FIRED -> "○";
            case UNDETERMINED -> "?";
            case OVERRIDDEN -> "⊘";
            case DISABLED -> "–";
        };
    }

    public static String described(LedgerStatus status) {
        return switch (status) {
            case FIRED -> "fired";
            case NOT_FIRED -> "not fired";
            case UNDETERMINED -> "undetermined: depends on an unrated indicator";
            case OVERRIDDEN -> "overridden by another rule";
            case DISABLED -> "disabled by an assumption";
        };
    }

    public static Optional<String> overridden(LedgerRow row, Assessment assessment) {
        return row.overriddenBy().map(by -> {
            boolean ceiling = assessment.ledger().stream()
                    .map(LedgerRow::rule)
                    .anyMatch(rule -> rule.id().equals(by) && rule.kind() == RuleKind.CEILING);
            return (ceiling ? "replaced by " : "silenced by ") + by;
        });
    }
}
