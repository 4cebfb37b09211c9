package entente.report.briefing;

import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.report.briefing.Briefing.LedgerItem;
import entente.report.wording.GroundText;
import entente.report.wording.MeasureText;
import entente.report.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Every rule that fired, with what it read. */
@RequiredArgsConstructor
final class LedgerItems {

    private final Assessment assessment;

    static List<LedgerItem> of(Assessment assessment) {
        LedgerItems items = new LedgerItems(assessment);
        return assessment.ledger().stream()
                .filter(LedgerRow::fired)
                .map(items::item)
                .toList();
    }

    private LedgerItem item(LedgerRow row) {
        String group = assessment.catalogue().allGroups().stream()
                .filter(one -> one.id().equals(row.rule().group()))
                .findFirst()
                .orElseThrow()
                .label();
        return new LedgerItem(
                group,
                Wording.claim(row.rule()),
                Wording.pointsOrDot(row.alliancePoints()),
                GroundText.full(row.rule()),
                row.conditions().stream().map(this::reading).distinct().collect(Collectors.joining("; ")));
    }

    private String reading(ConditionResult condition) {
        Indicator indicator =
                assessment.catalogue().indicator(condition.condition().indicator());
        return indicator.shortLabel() + ": "
                + new MeasureText(indicator)
                        .readingInWords(assessment.scenario().reading(indicator.id()));
    }
}
