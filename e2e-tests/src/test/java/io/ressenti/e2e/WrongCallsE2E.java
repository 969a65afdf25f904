package io.ressenti.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Caller;
import io.ressenti.e2e.system.Operation;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.Reply;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every operation of every service, called wrongly: what is wrong stands in a problem, and never is it a fault of ours. */
@ExtendWith(RessentiExtension.class)
class WrongCallsE2E {

    private static final List<Part> SERVICES =
            List.of(Part.TOUCHPOINT_SERVICE, Part.FEEDBACK_SERVICE, Part.SCORING_SERVICE, Part.NOTIFICATION_SERVICE);

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    private static final int NOT_FOUND = 404;

    /** Its path takes ids of a form that "none" has not: nothing is there, whatever is sent. */
    private static final Set<String> NOWHERE = Set.of("PUT /api/v1/rejected/{id}/event");

    private static final String UNKNOWN_FIELD = "nobodyKnowsThis";

    private static final String NO_TYPE = "application/x-nobody-knows-this";

    /** Percent-encoded: nothing, too much, signs and numbers that are none, a NUL, half a character, bytes that are no UTF-8. */
    private static final List<String> WRONG_VALUES = List.of(
            "",
            "x".repeat(3_000),
            "-1",
            "NaN",
            "99999999999999999999",
            "%00",
            "%ED%A0%80",
            "%FF",
            "%F0%9F%98%80",
            "%22%3E%27");

    /** Words of Java, of the libraries used and of our own packages. */
    private static final List<String> TELL_TALES =
            List.of("Exception", "java.", "io.ressenti", "jackson", "quarkus", "vertx", "\tat ");

    private static List<Operation> operations;
    private static RunningRessenti running;
    private static Brand brand;

    @BeforeAll
    static void readTheDocuments(RunningRessenti ressenti) {
        running = ressenti;
        brand = ressenti.brand("wrong-calls");
        operations = SERVICES.stream()
                .flatMap(service -> Operation.of(service, ressenti).stream())
                .toList();
        assertThat(operations).map(Operation::service).containsAll(SERVICES);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsDoneForWhoeverHasNoKey() {
        return each(operation -> true, operation -> {
            // When
            var reply = new Caller(running.urlOf(operation.service()), null)
                    .call(operation.method(), operation.pathWith("none"), null);

            // Then
            assertThat(reply.status()).as("%s", operation).isEqualTo(401);
            assertIsProblem(reply);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatTheCallerCannotReadIsAProblem() {
        return each(operation -> true, operation -> {
            // When
            var reply = caller(operation)
                    .with("Accept", NO_TYPE)
                    .call(operation.method(), operation.pathWith("none"), null);

            // Then
            assertThat(reply.status()).as("%s", operation).isEqualTo(isBatch(operation) ? 400 : 406);
            assertIsProblem(reply);
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherTypeIsRefused() {
        return each(operation -> !operation.bodyTypes().isEmpty(), operation -> {
            // When
            var reply = caller(operation)
                    .with("Content-Type", NO_TYPE)
                    .call(operation.method(), operation.pathWith("none"), "{}");

            // Then
            assertThat(reply.status()).as("%s", operation).isEqualTo(statusOf(operation, 415));
            assertIsProblem(reply);
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatCannotBeReadIsRefused() {
        return each(operation -> operation.bodyTypes().contains(JSON), operation -> {
            // When
            var reply = caller(operation)
                    .with("Content-Type", JSON)
                    .call(operation.method(), operation.pathWith("none"), "{\"a");

            // Then
            assertThat(reply.status()).as("%s", operation).isEqualTo(statusOf(operation, 400));
            assertIsProblem(reply);
        });
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatNobodyKnowsIsRefused() {
        return each(operation -> operation.bodyTypes().contains(JSON), operation -> {
            // When
            var reply = caller(operation)
                    .with("Content-Type", JSON)
                    .call(
                            operation.method(),
                            operation.pathWith("none"),
                            operation.example().with(UNKNOWN_FIELD));

            // Then
            assertThat(reply.status())
                    .as("%s", operation)
                    .isEqualTo(statusOf(operation, isBatch(operation) ? 422 : 400));
            var problem = isBatch(operation) ? reply.json().at("/rejected/0/problem") : problemOf(reply);
            if (reply.status() != NOT_FOUND) {
                assertThat(problem.path("status").asInt()).isEqualTo(400);
                assertThat(problem.path("errors"))
                        .extracting(error -> error.path("pointer").asText())
                        .containsExactly("/" + UNKNOWN_FIELD);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aWrongValueIsNoFaultOfOurs() {
        return each(operation -> !operation.fields().isEmpty(), operation -> {
            for (var field : operation.fields()) {
                for (var value : WRONG_VALUES) {
                    // When
                    var reply = withExample(operation, operation.pathWith(field, value));

                    // Then
                    assertThat(reply.status())
                            .as("%s, %s=%s", operation, field.name(), value)
                            .isLessThan(500);
                    if (reply.status() >= 400) {
                        assertIsProblem(reply);
                    }
                }
            }
        });
    }

    /** Only what stands in {@code path} is wrong: a body that is missing must not be what is refused. */
    private static Reply withExample(Operation operation, String path) {
        var example = operation.example();
        return example == null
                ? caller(operation).call(operation.method(), path, null)
                : caller(operation).with("Content-Type", example.type()).call(operation.method(), path, example.text());
    }

    private static Caller caller(Operation operation) {
        return brand.at(running.urlOf(operation.service()));
    }

    /** What an operation answers to a wrong body, where there is something at its path. */
    private static int statusOf(Operation operation, int ofWrongBody) {
        return NOWHERE.contains(operation.toString()) ? NOT_FOUND : ofWrongBody;
    }

    /** One method for each type of body: what they answer in is not asked, and they miss the body. */
    private static boolean isBatch(Operation operation) {
        return operation.path().endsWith("/batch");
    }

    private static Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Operation> test) {
        return operations.stream()
                .filter(which)
                .map(operation -> dynamicTest(operation.toString(), () -> test.accept(operation)));
    }

    private static JsonNode problemOf(Reply reply) {
        assertIsProblem(reply);
        return reply.json();
    }

    private static void assertIsProblem(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith(PROBLEM);
        var problem = reply.json();
        assertThat(problem.path("type").asText()).startsWith("urn:ressenti:problem:");
        assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(TELL_TALES).noneMatch(reply.body()::contains);
    }
}
