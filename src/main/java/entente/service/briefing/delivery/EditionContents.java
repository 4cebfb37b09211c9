package entente.service.briefing.delivery;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.report.json.EditionJson;
import entente.report.wording.EditionSentences;
import java.io.IOException;
import java.util.Optional;
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
        return Optional.of(new DeliveryContent(
                edition,
                found.get().title(),
                EditionSentences.text(found.get().statement()),
                EditionJson.DOCUMENT.pretty(found.get()),
                archive.briefing(id.get(), BriefingMedium.PDF)));
    }
}
