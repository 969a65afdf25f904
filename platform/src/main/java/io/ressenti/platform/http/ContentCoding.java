package io.ressenti.platform.http;

import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** How a request's body is compressed (RFC 9110, section 8.4). */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream open(InputStream body) {
            return body;
        }
    },
    GZIP {
        @Override
        InputStream open(InputStream body) throws IOException {
            return new GzipBody(body);
        }
    },
    ZSTD {
        @Override
        InputStream open(InputStream body) throws IOException {
            return new ZstdBody(body);
        }
    };

    /** What Accept-Encoding tells a client that sent something else (RFC 7694). */
    static final String ACCEPTED = "gzip, zstd";

    /** The coding that {@code header}, a Content-Encoding, names; empty where it is none that is known here. */
    static Optional<ContentCoding> of(String header) {
        if (header == null) {
            return Optional.of(IDENTITY);
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /**
     * What {@code body} says when it is undone. Reads block as those of {@code body} do, and fail with a
     * {@link ProblemException} (400) where it is damaged.
     */
    InputStream decode(InputStream body) {
        return this == IDENTITY ? body : new DecodedBody(body, this);
    }

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract InputStream open(InputStream body) throws IOException;
}
