package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ressenti.contracts.Stage;
import io.ressenti.platform.json.StrictJson;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.catalogue.model.Owner;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class YamlPropertyTest {

    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll("texts") String text, @ForAll("numbers") double limit, @ForAll("times") Instant since)
            throws IOException {
        var promise = new PromiseDefinition("m", limit + 0.0, 1.0, "%", Map.of("no", text), since, null);
        var touchpoint = new TouchpointDefinition(
                "t", Stage.USAGE, Map.of("en", text), List.of("WEB"), List.of(promise), Owner.PARTNER, null);
        var partner = new PartnerDefinition("p", text, text, text, null, null);
        var document = new CatalogueDocument(List.of(), List.of(partner), List.of(touchpoint));

        var yaml = Yaml.MAPPER.writeValueAsBytes(document);

        assertThat(read(yaml)).isEqualTo(document);
    }

    @Property
    void anyBytesAreAnsweredAsTheClientsMistake(@ForAll byte[] bytes) {
        var failure = catchThrowable(() -> read(bytes));

        assertThat(failure).isInstanceOf(ProblemException.class);
    }

    @Property(tries = 3000)
    void aDamagedDocumentIsReadOrAnsweredAsTheClientsMistake(
            @ForAll @IntRange(max = 2000) int position, @ForAll byte damage, @ForAll @IntRange(max = 3) int cut) {
        var bytes = DocumentTest.SHOP.getBytes(StandardCharsets.UTF_8);
        bytes[position % bytes.length] = damage;
        var damaged = Arrays.copyOf(bytes, bytes.length - cut);

        var failure = catchThrowable(() -> read(damaged));

        if (failure != null) {
            assertThat(failure).isInstanceOf(ProblemException.class);
            assertThat(((ProblemException) failure).problem().status()).isIn(400, 422);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var awkward = Arbitraries.of(
                "no",
                "true",
                "~",
                "null",
                "1",
                "0x1F",
                "1_000",
                "1e3",
                ".inf",
                "2026-01-01",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "'a",
                "\"a",
                "[a",
                "{a",
                "a\nb",
                " a",
                "a ",
                "\ta",
                "a\n",
                "\n",
                "a\r\nb",
                "a\u0085b",
                "a\u2028b",
                "?",
                "-",
                "=",
                "<<",
                "|",
                ">",
                "---",
                "...",
                "é",
                "😀",
                "\u0007",
                "\ufeffa");
        var any = Arbitraries.strings()
                .withCharRange('\u0001', '\ud7ff')
                .withCharRange('\ue000', '\ufffd')
                .ofMinLength(1)
                .ofMaxLength(30);
        return Arbitraries.oneOf(awkward, any).filter(text -> !isBlock(text) || !hasRareLineBreak(text));
    }

    /** Written line by line, where YAML takes every line break for the usual one. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0;
    }

    private static boolean hasRareLineBreak(String text) {
        return text.chars().anyMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.integers().map(Integer::doubleValue));
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1000));
    }

    private static CatalogueDocument read(byte[] yaml) {
        return new DocumentReading(SourceTree.parse(yaml, Yaml.FACTORY), JSON, VALIDATOR).document();
    }
}
