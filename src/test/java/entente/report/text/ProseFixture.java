package entente.report.text;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Verdict;
import entente.model.rule.RuleBook;
import entente.testkit.Shipped;
import java.util.List;

/** Shared by the tests of the same subject. */
abstract class ProseFixture {

    static final RuleBook BOOK = Shipped.BOOK.book();

    /** Names of the Admiralty scale, which grades information and not the likelihood of the event. */
    static final List<String> ADMIRALTY =
            List.of("Probably true: ", "Possibly true on the Admiralty scale", "Improbable: ");

    static Assessment with(Assessment a, Verdict verdict, Confidence confidence) {
        return new Assessment(
                a.scenario(),
                a.provenance(),
                verdict,
                confidence,
                a.balance(),
                a.outsideView(),
                a.groups(),
                a.ledger(),
                a.assumptions(),
                a.findOutNext(),
                a.gaps(),
                a.warnings(),
                a.notes(),
                a.outlook(),
                a.catalogue(),
                a.otherReading());
    }

    static List<String> wrong(List<String> texts) {
        return texts.stream()
                .filter(text -> ADMIRALTY.stream().noneMatch(text::startsWith))
                .flatMap(text -> ProseRules.sentences(text, LikelihoodScale.ICD203).stream())
                .distinct()
                .toList();
    }
}
