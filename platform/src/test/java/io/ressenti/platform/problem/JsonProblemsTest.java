package io.ressenti.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonProblemsTest {

    record Nothing() {}

    @Test
    void whereThereAreNoFieldsNoneIsOffered() {
        // Given
        var failure = catchThrowableOfType(
                JacksonException.class, () -> new ObjectMapper().readValue("{\"who\":1}", Nothing.class));

        // When
        var problem = JsonProblems.of(failure);

        // Then
        assertThat(problem.errors()).containsExactly(new Violation("/who", "Unknown field \"who\". Remove it."));
    }
}
