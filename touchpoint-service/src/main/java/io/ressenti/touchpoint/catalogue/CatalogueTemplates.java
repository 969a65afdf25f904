package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The templates that come with the service. */
@ApplicationScoped
class CatalogueTemplates {

    private static final String FOLDER = "/catalogue/templates/";

    private final List<CatalogueTemplate> all;

    CatalogueTemplates() throws IOException {
        this.all = Yaml.MAPPER.readValue(text("index"), new TypeReference<>() {});
    }

    List<CatalogueTemplate> all() {
        return all;
    }

    /**
     * The document of a template, in YAML.
     *
     * @throws ProblemException 404 where there is no such template
     */
    byte[] document(String name) {
        // Only what the index lists: a name from a request never becomes a path.
        return all.stream()
                .map(CatalogueTemplate::name)
                .filter(name::equals)
                .map(CatalogueTemplates::text)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "There is no such template. GET /api/v1/catalogue/templates lists those that there are.")));
    }

    private static byte[] text(String name) {
        try (var stream = CatalogueTemplates.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
