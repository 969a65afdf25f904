package io.ressenti.console.page;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to send somebody next: a page of ours, never another site. */
public final class LocalPath {

    private static final URI HOME = URI.create("/");

    private LocalPath() {}

    /** {@code path} where it is a path of this site, else the first page. */
    public static URI orHome(String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return HOME;
        }
        try {
            var uri = new URI(path);
            return uri.getHost() == null && uri.getScheme() == null ? uri : HOME;
        } catch (URISyntaxException notAPath) {
            return HOME;
        }
    }

    /** A path of ours that is known to be one. */
    public static URI of(String path) {
        return URI.create(path);
    }
}
