package entente.briefing;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.report.form.Hint;
import java.util.Optional;
import java.util.Set;
import lombok.With;

/**
 * How an edition is written, and when none is.
 *
 * @param media in which it is kept
 * @param withLedger whether every rule that fired is listed
 * @param command reproduces the assessment
 * @param ifChanged only if the statement, a graded reading or the rules differ from those of the last edition
 * @param ifCrosses only if the likelihood has crossed the lower limit of this band since the last edition, in either
 *     direction; if both are asked for, both must hold
 * @param request identifies what asks for the edition: an edition that it has published already is the result, even if the
 *     process that published it died before it could tell
 */
@With
public record PublishingOptions(
        Set<BriefingMedium> media,
        LikelihoodScale scale,
        boolean withLedger,
        String command,
        boolean ifChanged,
        Optional<Band> ifCrosses,
        Optional<String> request) {

    /** The briefing as asked for, whatever has changed. */
    public PublishingOptions(Set<BriefingMedium> media, LikelihoodScale scale, boolean withLedger, String command) {
        this(media, scale, withLedger, command, false, Optional.empty(), Optional.empty());
    }

    /** A short edition in ICD 203's terms, whatever has changed. */
    public static PublishingOptions of(Set<BriefingMedium> media) {
        return new PublishingOptions(
                media, LikelihoodScale.ICD203, false, Hint.command("assess " + Hint.GENERIC.input()));
    }
}
