package io.ressenti.touchpoint.ingestion.model;

import java.util.Locale;

/** Media types, as far as it has to be known which are JSON. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    private MediaTypes() {}

    /** {@code mediaType} without its parameters, in lower case; empty where there is none. */
    public static String essence(String mediaType) {
        if (mediaType == null) {
            return "";
        }
        var parameters = mediaType.indexOf(';');
        var essence = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return essence.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code essence} is JSON, or a kind of it. */
    public static boolean isJson(String essence) {
        return essence.equals(JSON) || essence.equals("text/json") || essence.endsWith("+json");
    }
}
