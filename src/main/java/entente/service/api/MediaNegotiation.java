package entente.service.api;

import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the medium of an assessment by the Accept header (RFC 9110, section 12.5.1). */
public final class MediaNegotiation {

    private static final String ASSESSMENT = "An assessment";

    private MediaNegotiation() {}

    /** The medium of an assessment that the caller prefers; JSON before all. */
    static AssessmentMedium choose(List<String> accept, AssessmentMedia media) {
        return choose(accept, media.byPreference(), AssessmentMedium::mediaType, ASSESSMENT);
    }

    /**
     * The medium that the caller prefers; of several equally preferred ones the first.
     *
     * @param accept the values of the Accept header; none accept everything
     * @param type the media type of a medium
     * @param what is available in these media, such as "An assessment"
     * @throws ProblemException NOT_ACCEPTABLE if no medium is acceptable, or the header is malformed
     */
    public static <M> M choose(List<String> accept, List<M> media, Function<M, String> type, String what) {
        List<String> types = media.stream().map(type).toList();
        List<MediaType> ranges = ranges(accept, what, types);
        return media.stream()
                .filter(medium -> quality(type.apply(medium), ranges) > 0)
                // The first of equals, since the sort is stable.
                .sorted(Comparator.comparingDouble(medium -> -quality(type.apply(medium), ranges)))
                .findFirst()
                .orElseThrow(
                        () -> notAcceptable("None of the media types in the Accept header is available.", what, types));
    }

    static ProblemException notAcceptable(String reason, AssessmentMedia media) {
        return notAcceptable(
                reason,
                ASSESSMENT,
                media.byPreference().stream().map(AssessmentMedium::mediaType).toList());
    }

    private static ProblemException notAcceptable(String reason, String what, List<String> types) {
        return ProblemException.of(
                ProblemType.NOT_ACCEPTABLE, reason + " " + what + " is available as " + String.join(", ", types) + ".");
    }

    private static List<MediaType> ranges(List<String> accept, String what, List<String> types) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable("The Accept header is malformed.", what, types);
        }
    }

    /** The quality that the most specific range gives to a media type; 0 if none includes it. */
    private static double quality(String name, List<MediaType> ranges) {
        MediaType type = MediaType.parseMediaType(name);
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
