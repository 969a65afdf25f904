package io.ressenti.touchpoint.catalogue;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes answers in YAML to those who accept it. */
@Provider
@Produces(Yaml.MEDIA_TYPE)
class YamlWriter implements MessageBodyWriter<YamlAnswer> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return YamlAnswer.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            YamlAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(answer.heading().getBytes(StandardCharsets.UTF_8));
        out.write(Yaml.MAPPER.writeValueAsBytes(answer));
    }
}
