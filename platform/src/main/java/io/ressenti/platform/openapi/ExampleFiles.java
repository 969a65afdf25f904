package io.ressenti.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples that stand in files, so that tests send what the document shows. A resource names one with
 * {@code @ExampleObject(externalValue = "event.json")}; here the content of {@code openapi/event.json} takes its place.
 */
final class ExampleFiles {

    private static final String DIRECTORY = "openapi/";

    private final ObjectMapper json = new ObjectMapper();

    void inline(Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().values().stream()
                .filter(media -> media.getExamples() != null)
                .flatMap(media -> media.getExamples().values().stream())
                .filter(example -> example.getExternalValue() != null)
                .forEach(this::inline);
    }

    private void inline(Example example) {
        var file = example.getExternalValue();
        example.setExternalValue(null);
        example.setValue(file.endsWith(".json") ? parse(file) : read(file));
    }

    private Object parse(String file) {
        try {
            return json.readValue(read(file), Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the example " + file + " is not JSON", e);
        }
    }

    private static String read(String file) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var content = loader.getResourceAsStream(DIRECTORY + file)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no example " + DIRECTORY + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
