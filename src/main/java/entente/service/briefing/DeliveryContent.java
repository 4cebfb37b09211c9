package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocuments;
import entente.report.wording.TrackSentences;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent of an edition; its JSON is what a webhook gets.
 *
 * @param id of the edition, such as {@code baseline-2018/3}
 * @param title in the words of the scenario's author
 * @param standing such as what is compared, and the likelihood by the rival account
 * @param edition with its statement
 * @param pdf empty if it is not kept as PDF
 */
public record DeliveryContent(
        @JsonIgnore String id,
        @JsonIgnore String title,
        @Described("What is new, in a few words.") String news,

        @Described("What is new, what the scenario supposes, and the verdict.")
        String bottomLine,

        @Described("The sentences below it.") List<String> standing,
        @Described(documents = Edition.class) JsonText edition,
        @JsonIgnore Optional<byte[]> pdf) {

    @Described(value = "The edition at this service.", kind = Kind.PATH)
    public String link() {
        return "/api/v1/editions/" + id;
    }

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
                new JsonText(ResultDocuments.EDITION.pretty(found.get())),
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
