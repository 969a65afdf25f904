package io.ressenti.scoring.model;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsTest {

    @Test
    void identifiersThatLeadToTheSameOneAreOnePerson() {
        // Given
        var persons = new Persons(Map.of("device", "cookie", "cookie", "c-42", "till", "c-42"));

        // When
        var person = persons.of(Set.of("device", "cookie", "till", "c-42"));

        // Then
        assertThat(person)
                .containsOnlyKeys("device", "cookie", "till", "c-42")
                .allSatisfy((identifier, stands) -> assertThat(stands).isEqualTo("c-42"));
    }

    @Test
    void whoIsLinkedToNobodyStandsAlone() {
        // Given
        var persons = new Persons(Map.of("device", "c-42"));

        // When
        var person = persons.of(Set.of("device", "c-42", "c-43"));

        // Then
        assertThat(person).containsOnlyKeys("device", "c-42");
    }

    @Test
    void theSmallestOfACircleStandsForItAndForWhoLeadsIntoIt() {
        // Given
        var persons = new Persons(Map.of("c", "b", "b", "d", "d", "c", "a", "d"));

        // When
        var person = persons.of(Set.of("a", "b", "c", "d"));

        // Then
        assertThat(person).isEqualTo(Map.of("a", "b", "b", "b", "c", "b", "d", "b"));
    }
}
