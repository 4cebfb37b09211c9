package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipSearch;
import entente.analysis.flip.FlipTarget;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.assessment.Warning;
import entente.model.rule.CeilingKind;
import entente.model.rule.InventoryItem;
import entente.model.rule.Parameter;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.form.TextStyle;
import entente.report.html.HtmlWriterTest;
import entente.report.html.SensitivityHtml;
import entente.report.json.AssessmentJson;
import entente.report.markdown.AssessmentMarkdown;
import entente.report.markdown.RuleBookPage;
import entente.report.markdown.SensitivityMarkdown;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shared by the tests of the same subject. */
abstract class ProseFixture {


    static final RuleBook BOOK = Shipped.BOOK.book();

    /** Names of the Admiralty scale, which is about information and not about the event. */
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
                a.catalogue(),
                a.otherReading());
    }

    static List<String> wrong(List<String> texts) {
        return texts.stream()
                .filter(text -> ADMIRALTY.stream().noneMatch(text::startsWith))
                .flatMap(text -> ProseLint.sentences(text, LikelihoodScale.ICD203).stream())
                .distinct()
                .toList();
    }
}
