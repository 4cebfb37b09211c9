package entente.service.briefing.delivery;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.report.json.ResultDocuments;
import entente.report.wording.TrackSentences;
import entente.service.briefing.delivery.DeliveryWorker.DeliverySource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what is to be delivered from the archive of briefings. */
@Component
@RequiredArgsConstructor
public final class EditionContents implements DeliverySource {

    private final EditionArchive archive;

    @Override
    public Optional<DeliveryContent> find(String edition) throws IOException {
        Optional<EditionId> id = EditionId.parse(edition);
        Optional<Edition> found = id.isEmpty() ? Optional.empty() : archive.find(id.get());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeliveryContent(
                edition,
                found.get().title(),
                TrackSentences.news(found.get()),
                TrackSentences.bottomLine(found.get()),
                archive.briefing(id.get(), BriefingMedium.JSON)
                        .map(EditionContents::standing)
                        .orElse(List.of()),
                ResultDocuments.EDITION.pretty(found.get()),
                archive.briefing(id.get(), BriefingMedium.PDF)));
    }

    /** What changed against the scenario that it changes, or which factors matter most, and what stands below. */
    private static List<String> standing(byte[] briefing) {
        return Fields.of(Documents.json(briefing, DocumentLimits.ASSESSMENT), ProblemCollector.bounded())
                .map(fields -> Stream.concat(
                                fields.text("drivers").filter(text -> !text.isEmpty()).stream(),
                                fields.texts("standing").stream())
                        .toList())
                .orElse(List.of());
    }
}
