package entente.service.page;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.security.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves a page for trying the operations, and the files that it needs. */
@Controller
class ApiExplorerController {

    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/5.32.14/";

    private static final Map<String, String> MEDIA = Map.of(
            "swagger-ui.css", "text/css;charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "start.js", "text/javascript;charset=UTF-8",
            "page.css", "text/css;charset=UTF-8",
            "try.css", "text/css;charset=UTF-8");

    /** Files of Entente; the others are from the library. */
    private static final Set<String> OWN = Set.of("start.js", "page.css", "try.css");

    @GetMapping(path = "/try", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.PUBLIC, description = "A page for trying the operations.")
    @Response(description = "The page.", media = "text/html")
    ApiResponse tryPage(ApiRequest request) {
        return Responses.html(new String(read("/entente/try/try.html"), StandardCharsets.UTF_8));
    }

    @GetMapping("/swagger-ui/{file}")
    ApiResponse file(@PathVariable String file) {
        String media = MEDIA.get(file);
        if (media == null) {
            throw ApiRequest.notFound();
        }
        byte[] content = read(OWN.contains(file) ? "/entente/try/" + file : LIBRARY + file);
        return Responses.withEtag(new ApiResponse(200, Map.of("Content-Type", media), content));
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
