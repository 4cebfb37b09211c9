package entente.report.json;

import java.util.List;
import java.util.Optional;

/** All documents that commands write. */
public final class ResultDocuments {

    public static final List<ResultDocument<?>> ALL = List.of(
            AssessmentJson.DOCUMENT,
            ExplanationJson.DOCUMENT,
            FlipJson.DOCUMENT,
            ProblemJson.DOCUMENT,
            CatalogueJson.DOCUMENT,
            RulesJson.DOCUMENT,
            CaseJson.DOCUMENT,
            BacktestJson.DOCUMENT,
            SensitivityJson.DOCUMENT,
            ExplorationJson.DOCUMENT,
            SeriesJson.DOCUMENT,
            BriefingJson.DOCUMENT,
            CombinedBriefingJson.DOCUMENT,
            EditionJson.DOCUMENT,
            EditionJson.RESOLUTION_DOCUMENT,
            TrackRecordJson.DOCUMENT,
            LintJson.DOCUMENT,
            VerificationJson.DOCUMENT,
            ContrastJson.DOCUMENT,
            RuleBookDiffJson.DOCUMENT);

    private ResultDocuments() {}

    public static List<String> names() {
        return ALL.stream().map(ResultDocument::name).toList();
    }

    public static Optional<ResultDocument<?>> find(String name) {
        return ALL.stream()
                .<ResultDocument<?>>map(document -> document)
                .filter(document -> document.name().equals(name))
                .findFirst();
    }
}
