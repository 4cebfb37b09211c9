package entente.service.api;

import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the medium of an assessment by the Accept header (RFC 9110, section 12.5.1). */
final class MediaNegotiation {

    private MediaNegotiation() {}

    /**
     * The medium that the caller prefers; of several equally preferred ones the first, and JSON before all.
     *
     * @param accept the values of the Accept header; none accept everything
     * @throws ProblemException NOT_ACCEPTABLE if no medium is acceptable, or the header is malformed
     */
    static AssessmentMedium choose(List<String> accept, AssessmentMedia media) {
        List<MediaType> ranges = ranges(accept, media);
        return media.byPreference().stream()
                .filter(medium -> quality(medium, ranges) > 0)
                // The first of equals, since the sort is stable.
                .sorted(Comparator.comparingDouble(medium -> -quality(medium, ranges)))
                .findFirst()
                .orElseThrow(() -> notAcceptable("None of the media types in the Accept header is available.", media));
    }

    static ProblemException notAcceptable(String reason, AssessmentMedia media) {
        String types =
                media.byPreference().stream().map(AssessmentMedium::mediaType).collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemType.NOT_ACCEPTABLE, reason + " An assessment is available as " + types + ".");
    }

    private static List<MediaType> ranges(List<String> accept, AssessmentMedia media) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable("The Accept header is malformed.", media);
        }
    }

    /** The quality that the most specific range gives to a medium; 0 if none includes it. */
    private static double quality(AssessmentMedium medium, List<MediaType> ranges) {
        MediaType type = MediaType.parseMediaType(medium.mediaType());
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
