package entente.service.api;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.EditionArchive;
import entente.model.Described;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of the list of editions. */
public record EditionListJson(
        List<Edition> editions,
        @Described(ServiceDocuments.NEXT) Optional<String> next) {

    public static final ResultDocument<EditionListJson> DOCUMENT = new ResultDocument<>(
            "editions",
            "editions",
            "A page of the editions of an archive, by scenario and number.",
            RecordType.of(EditionListJson.class));

    public static EditionListJson fetch(ApiRequest request, EditionArchive archive) throws IOException {
        int limit = request.limit();
        Optional<EditionId> after = request.text(QueryParameter.AFTER).map(EditionListJson::id);
        List<EditionId> rest = archive.ids().stream()
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .toList();
        List<Edition> page = new ArrayList<>();
        for (EditionId id : rest.subList(0, Math.min(limit, rest.size()))) {
            archive.find(id).ifPresent(page::add);
        }
        return new EditionListJson(
                page, rest.size() > limit ? Optional.of(rest.get(limit - 1).toString()) : Optional.empty());
    }

    private static EditionId id(String after) {
        return EditionId.parse(after)
                .orElseThrow(() -> ProblemType.BAD_PARAMETER.problem(
                        "The value of \"after\" does not belong to this list; take it from \"next\"."));
    }
}
