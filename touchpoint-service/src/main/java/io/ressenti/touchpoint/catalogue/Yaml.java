package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML as people read and edit it. */
final class Yaml {

    static final String MEDIA_TYPE = "application/yaml";

    /** SnakeYAML's own limit is below that of our requests. */
    private static final int MOST_CHARACTERS = 6 * 1024 * 1024;

    static final YAMLFactory FACTORY = factory();

    static final YAMLMapper MAPPER = mapper();

    private Yaml() {}

    private static YAMLFactory factory() {
        var reading = new LoaderOptions();
        reading.setCodePointLimit(MOST_CHARACTERS);
        return YAMLFactory.builder()
                .loaderOptions(reading)
                .stringQuotingChecker(new QuotingWhatReadsOtherwise())
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
    }

    private static YAMLMapper mapper() {
        return YAMLMapper.builder(FACTORY)
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule("plain").addSerializer(Double.class, new PlainNumberSerializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
    }

    /**
     * Quotes what plain YAML would read as something else: 0x1F, 1_000 and .inf as numbers, and the rarer line breaks of Unicode
     * as spaces.
     */
    private static final class QuotingWhatReadsOtherwise extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;
        private static final Pattern NUMBER = Pattern.compile("[-+]?\\.?([0-9_][0-9a-fA-FxoX_.eE+-]*|(?i:inf|nan))");
        private static final Pattern LINE_BREAK = Pattern.compile("[\\u0085\\u2028\\u2029]");

        @Override
        public boolean needToQuoteValue(String text) {
            return super.needToQuoteValue(text)
                    || NUMBER.matcher(text).matches()
                    || LINE_BREAK.matcher(text).find();
        }
    }

    /** Writes 2500 rather than 2500.0: that is how people write it. */
    private static final class PlainNumberSerializer extends StdScalarSerializer<Double> {

        private static final long serialVersionUID = 1L;
        private static final double MOST_DIGITS = 1e15;

        PlainNumberSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double number, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (number == Math.rint(number) && Math.abs(number) < MOST_DIGITS) {
                out.writeNumber(number.longValue());
            } else {
                out.writeNumber(number);
            }
        }
    }
}
