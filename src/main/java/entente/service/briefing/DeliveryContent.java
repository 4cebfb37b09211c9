package entente.service.briefing;

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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent of an edition.
 *
 * @param edition its id, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param news what is new, in a few words, with the number of the edition
 * @param bottomLine what is new, what the scenario supposes and the verdict, in full sentences
 * @param standing the sentences below it, such as what is compared, and the likelihood by the rival account
 * @param json the edition with its statement, as JSON
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(
        String edition,
        String title,
        String news,
        String bottomLine,
        List<String> standing,
        String json,
        Optional<byte[]> pdf) {

    /** Of the edition with this id; empty if it is not in the archive. */
    public static Optional<DeliveryContent> find(EditionArchive archive, String edition) throws IOException {
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
                        .map(DeliveryContent::standing)
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
