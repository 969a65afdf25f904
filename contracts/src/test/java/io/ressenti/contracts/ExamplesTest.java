package io.ressenti.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExamplesTest {

    static Stream<Contract> contracts() {
        return Contract.all();
    }

    static Stream<Arguments> requiredFields() {
        return Contract.all()
                .flatMap(contract -> Stream.of(required(contract)).map(field -> Arguments.of(contract, field)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExampleIsValid(Contract contract) {
        // When
        var violations = contract.violations(contract.example());

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExampleSurvivesTheRecordWithoutLoss(Contract contract) throws JsonProcessingException {
        // Given
        var example = contract.example();

        // When
        var event = Contract.JSON.treeToValue(example, contract.event());

        // Then
        JsonNode writtenAgain = Contract.JSON.readTree(Contract.JSON.writeValueAsString(event));
        assertThat(writtenAgain).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExampleShowsEveryField(Contract contract) {
        // When
        var shown = contract.example().properties().stream().map(field -> field.getKey());

        // Then
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(contract.schema().get("properties").properties().stream()
                        .map(field -> field.getKey())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void anEventThatLacksARequiredFieldIsRefused(Contract contract, String field) {
        // Given
        ObjectNode broken = contract.example().deepCopy();
        broken.remove(field);

        // When
        var violations = contract.violations(broken);

        // Then
        assertThat(violations).singleElement().asString().contains(field);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aFieldThatIsNotKnownYetIsLetThrough(Contract contract) {
        // Given
        ObjectNode younger = contract.example().deepCopy();
        younger.put("addedLater", true);

        // When
        var violations = contract.violations(younger);

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void anEventWithoutATrueTimeIsRefused(Contract contract) {
        // Given
        ObjectNode broken = contract.example().deepCopy();
        broken.put("occurredAt", "yesterday");

        // When
        var violations = contract.violations(broken);

        // Then
        assertThat(violations).singleElement().asString().contains("occurredAt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a rating above its scale  | {"type":"CES","value":8,"scale":7,"polarity":"HIGHER_IS_BETTER"}
            a rating below its scale  | {"type":"CSAT","value":0,"scale":5,"polarity":"HIGHER_IS_BETTER"}
            NPS on a scale of its own | {"type":"NPS","value":4,"scale":5,"polarity":"HIGHER_IS_BETTER"}
            a rating without polarity | {"type":"STARS","value":4,"scale":5}
            a rating without scale    | {"type":"STARS","value":4,"polarity":"HIGHER_IS_BETTER"}
            half a star               | {"type":"STARS","value":3.5,"scale":5,"polarity":"HIGHER_IS_BETTER"}
            an emotion without one    | {"type":"EMOTION","text":"meh"}
            an emotion in upper case  | {"type":"EMOTION","emotion":"HAPPY"}
            a text without text       | {"type":"TEXT"}
            a type that is none       | {"type":"THUMB","value":1,"scale":2,"polarity":"HIGHER_IS_BETTER"}
            """)
    void aBrokenAnswerIsRefused(String what, String answer) throws JsonProcessingException {
        // Given
        var contract = new Contract(FeedbackRecorded.class);
        ObjectNode broken = contract.example().deepCopy();
        broken.putArray("answers").add(Contract.JSON.readTree(answer));

        // When
        var violations = contract.violations(broken);

        // Then
        assertThat(violations).as(what).isNotEmpty().allMatch(violation -> violation.startsWith("/answers/0"));
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void aCauseIsExactlyOneThing(int causes) {
        // Given
        var contract = new Contract(SignalDissatisfied.class);
        ObjectNode broken = contract.example().deepCopy();
        var cause = (ObjectNode) broken.get("cause");
        if (causes == 0) {
            cause.remove("answer");
        } else {
            cause.put("outcome", "FAILURE");
        }

        // When
        var violations = contract.violations(broken);

        // Then
        assertThat(violations).isNotEmpty().allMatch(violation -> violation.startsWith("/cause"));
    }

    private static String[] required(Contract contract) {
        return Contract.JSON.convertValue(contract.schema().get("required"), String[].class);
    }
}
