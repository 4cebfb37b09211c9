package entente.service.briefing;

import entente.briefing.BriefingMedium;
import entente.service.api.ApiRequest;
import entente.service.api.MediaNegotiation;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The medium of a briefing: the parameter {@code format}, which links and forms can set, or else the Accept header. */
public final class BriefingFormat {

    /** The first is the default. */
    static final List<BriefingMedium> MEDIA = List.of(
            BriefingMedium.JSON, BriefingMedium.HTML, BriefingMedium.PDF, BriefingMedium.DOCX, BriefingMedium.MD);

    private BriefingFormat() {}

    /**
     * The medium that the request asks for.
     *
     * @param available in which there is the document
     * @param what is available in these media, such as "A briefing"
     * @throws entente.service.problem.ProblemException NOT_ACCEPTABLE if it is not available in what is asked for
     */
    public static BriefingMedium of(ApiRequest request, Collection<BriefingMedium> available, String what) {
        List<String> accepted = request.enumValue(QueryParameter.FORMAT)
                .map(name -> MEDIA.stream()
                        .filter(medium -> medium.ending().equals(name))
                        .map(BriefingMedium::mediaType)
                        .collect(Collectors.toList()))
                .orElseGet(() -> request.headers("Accept"));
        return MediaNegotiation.choose(
                accepted, MEDIA.stream().filter(available::contains).toList(), BriefingMedium::mediaType, what);
    }

    /** @param name of the file if it is saved, without its ending: letters, digits, hyphens and underscores */
    public static ApiResponse response(BriefingMedium medium, String name, byte[] document) {
        return Responses.document(medium.mediaType(), document)
                .with(Map.of("Content-Disposition", "inline; filename=\"" + name + "." + medium.ending() + "\""));
    }
}
