package entente.service.page;

import entente.service.api.ApiRequest;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the modules, styles and fonts of the pages, and the library of components that they import. */
@Controller
class PageFiles {

    private static final String OWN = "/entente/page/";
    private static final String LIBRARIES = "/META-INF/resources/webjars/";
    private static final String PREFIX = "/page/";

    /** The folder below {@code /page/} of each library; versions as in the pom. */
    static final Map<String, String> LIBRARY = Map.of(
            "lit/", "lit/3.2.1/",
            "lit-element/", "lit-element/4.2.2/",
            "lit-html/", "lit-html/3.3.2/",
            "reactive-element/", "lit__reactive-element/2.1.2/");

    private static final Map<String, String> MEDIA = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");

    /** Names of letters, digits and hyphens: no path leads out of the folders. */
    private static final Pattern PATH = Pattern.compile("(?:[a-z0-9-]+/)*+[a-zA-Z0-9-]+\\.([a-z0-9]+)");

    @GetMapping("/page/**")
    ApiResponse file(HttpServletRequest request) {
        return find(request.getRequestURI().substring(PREFIX.length())).orElseThrow(ApiRequest::notFound);
    }

    /** @param path below {@code /page/}, as it was sent */
    static Optional<ApiResponse> find(String path) {
        return media(path)
                .flatMap(media -> content(path)
                        .map(bytes -> Responses.withEtag(new ApiResponse(200, Map.of("Content-Type", media), bytes))));
    }

    private static Optional<String> media(String path) {
        return Optional.of(PATH.matcher(path)).filter(Matcher::matches).map(matcher -> MEDIA.get(matcher.group(1)));
    }

    private static Optional<byte[]> content(String path) {
        for (Map.Entry<String, String> library : LIBRARY.entrySet()) {
            if (path.startsWith(library.getKey())) {
                return read(LIBRARIES
                        + library.getValue()
                        + path.substring(library.getKey().length()));
            }
        }
        return read(OWN + path);
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream stream = PageFiles.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
