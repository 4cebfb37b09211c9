package entente.service.page;

import entente.document.Digest;
import entente.service.api.ApiRequest;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the modules, styles and fonts of the pages, and the libraries that they use. */
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
            "reactive-element/", "lit__reactive-element/2.1.2/",
            "swagger-ui/", "swagger-ui/5.32.14/");

    /** The modules that libraries import by name. */
    private static final Map<String, String> NAMED = Map.of(
            "lit", "lit/index.js",
            "lit-html", "lit-html/lit-html.js",
            "@lit/reactive-element", "reactive-element/reactive-element.js");

    private static final Map<String, String> MEDIA = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");

    /** Names of letters, digits and hyphens: no path leads out of the folders. */
    private static final Pattern PATH = Pattern.compile("(?:[a-z0-9-]+/)*+[a-zA-Z0-9-]+\\.([a-z0-9]+)");

    private static final Pattern IMPORT = Pattern.compile("(?m)(?:^|;)(?:import|export ?[*{])[^;\"(=]*\"([^\"]+)\"");

    private static final Pattern VERSION = Pattern.compile("^[0-9a-f]{16}/");

    /** Where pages find the files: it changes with each of them, so that browsers keep them. Edited files have one address. */
    static final String BASE = PREFIX + (Boolean.getBoolean("entente.dev") ? "" : version() + "/");

    private static final Map<String, Set<String>> IMPORTED = new ConcurrentHashMap<>();

    /** Another version, of a page sent before an update or by another instance, is not kept. */
    @GetMapping("/page/**")
    ApiResponse file(HttpServletRequest request) {
        String uri = request.getRequestURI();
        ApiResponse found = find(VERSION.matcher(uri.substring(PREFIX.length())).replaceFirst(""))
                .orElseThrow(ApiRequest::notFound);
        // What never changes needs no ETag, without which it is compressed.
        return BASE.equals(PREFIX) || !uri.startsWith(BASE)
                ? Responses.withEtag(found)
                : found.with(Map.of("Cache-Control", "public, max-age=31536000, immutable"));
    }

    /** A module of the pages with all that it imports, below {@link #BASE}. */
    static Set<String> modules(String module) {
        return IMPORTED.computeIfAbsent(module, each -> {
            Set<String> found = new LinkedHashSet<>();
            collect(each + ".js", found);
            return found;
        });
    }

    private static void collect(String path, Set<String> found) {
        if (found.add(path)) {
            Matcher imported = IMPORT.matcher(new String(content(path).orElseThrow(), StandardCharsets.UTF_8));
            while (imported.find()) {
                String name = imported.group(1);
                collect(name.startsWith(".") ? URI.create(path).resolve(name).getPath() : named(name), found);
            }
        }
    }

    private static String named(String name) {
        return NAMED.getOrDefault(name, name.replace("@lit/", ""));
    }

    private static String version() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:" + OWN + "**/*.*");
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            MessageDigest digest = Digest.sha256();
            digest.update(new TreeMap<>(LIBRARY).toString().getBytes(StandardCharsets.UTF_8));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return Digest.hexadecimal(digest).substring(0, 16);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param path below {@code /page/}, as it was sent */
    static Optional<ApiResponse> find(String path) {
        return media(path)
                .flatMap(media ->
                        content(path).map(bytes -> new ApiResponse(200, Map.of("Content-Type", media), bytes)));
    }

    private static Optional<String> media(String path) {
        return Optional.of(PATH.matcher(path)).filter(Matcher::matches).map(matcher -> MEDIA.get(matcher.group(1)));
    }

    private static Optional<byte[]> content(String path) {
        int folder = path.indexOf('/') + 1;
        String library = LIBRARY.get(path.substring(0, folder));
        return read(
                library == null
                        ? (path.startsWith("try/") ? "/entente/" : OWN) + path
                        : LIBRARIES + library + path.substring(folder));
    }

    static Optional<byte[]> read(String resource) {
        try (InputStream stream = PageFiles.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
