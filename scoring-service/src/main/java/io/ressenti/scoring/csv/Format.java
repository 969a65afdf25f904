package io.ressenti.scoring.csv;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** What an answer is written as. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(MediaType.valueOf(Format.TEXT_CSV));

    /** The query parameter that chooses a format where a header cannot, in a link for instance. */
    public static final String PARAMETER = "format";

    /** Media type of a table. */
    public static final String TEXT_CSV = "text/csv";

    private static final String TEXT_CSV_WITH_HEADER = TEXT_CSV + ";charset=UTF-8;header=present";

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    /** The format that a client likes best of those there are. */
    public static Format of(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> List.of(values()).stream().filter(format -> format.type.isCompatible(accepted)))
                .findFirst()
                .orElse(JSON);
    }

    /** The format's name in {@link #PARAMETER}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The answer written in this format; a table is a file of its own. */
    public Response answer(Tabular view) {
        return switch (this) {
            case JSON -> Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
            case CSV -> file(view.table());
        };
    }

    private static Response file(CsvTable table) {
        return Response.ok(table.text(), TEXT_CSV_WITH_HEADER)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.name() + ".csv\"")
                .build();
    }
}
