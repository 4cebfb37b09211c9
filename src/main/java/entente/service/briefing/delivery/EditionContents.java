package entente.service.briefing.delivery;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.ProblemCollector;
import entente.report.json.EditionJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what is to be delivered from the archive of editions. */
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
        Optional<byte[]> json = archive.briefing(id.get(), BriefingMedium.JSON);
        return Optional.of(new DeliveryContent(
                edition,
                found.get().title(),
                json.map(EditionContents::bottomLine).orElse(""),
                EditionJson.DOCUMENT.pretty(found.get()),
                archive.briefing(id.get(), BriefingMedium.PDF)));
    }

    /** The sentences of the bottom line of a briefing as JSON. */
    private static String bottomLine(byte[] briefing) {
        ProblemCollector problems = ProblemCollector.bounded();
        List<Fields> phrases = Fields.of(Documents.json(briefing, DocumentLimits.ASSESSMENT), problems)
                .map(fields -> fields.objects("bottomLine"))
                .orElse(List.of());
        return phrases.stream().flatMap(phrase -> phrase.text("text").stream()).collect(Collectors.joining());
    }
}
