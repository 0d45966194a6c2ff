package org.orcacomet.http.internal.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fixed set of files that are served, by their paths. */
public final class Pages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Page> byPath = Stream.of(
                    Page.of("", "index.html", HTML),
                    Page.of("api", "api.html", HTML),
                    Page.of("openapi.json", "openapi.json", "application/json"),
                    Page.of("page/page.css", "page.css", "text/css; charset=utf-8"),
                    Page.of("page/elements.js", "elements.js", SCRIPT),
                    Page.of("page/service.js", "service.js", SCRIPT),
                    Page.of("page/contexts.js", "contexts.js", SCRIPT),
                    Page.of("page/api.js", "api.js", SCRIPT),
                    Page.of("page/icon.svg", "icon.svg", "image/svg+xml"))
            .collect(Collectors.toMap(Page::path, Function.identity()));

    /** The page of this path, without the slashes around it. */
    Optional<Page> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether this path, without the slashes around it, is one of theirs. */
    public boolean serve(String path) {
        return byPath.containsKey(path);
    }

    /** Their methods and paths. */
    public Stream<String> routes() {
        return byPath.keySet().stream().flatMap(path -> Stream.of("GET /" + path, "HEAD /" + path));
    }
}
