package io.ressenti.cli.demo;

import io.ressenti.cli.catalogue.Catalogue.Touchpoint;
import io.ressenti.cli.client.ClientEvent;
import io.ressenti.cli.client.FeedbackEvent;
import io.ressenti.cli.client.TouchpointEvent;
import io.ressenti.cli.demo.DemoScript.Scene;
import io.ressenti.contracts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoScriptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MANY = 3_000;

    private final List<Scene> scenes = scenes(7, "run-a");

    @Test
    void playsTheSameForTheSameSeedWithNewIds() {
        // When
        var again = scenes(7, "run-b");

        // Then
        assertThat(again).extracting(Scene::at).containsExactlyElementsOf(times(scenes));
        assertThat(again).extracting(Scene::moment).containsExactlyElementsOf(moments(scenes));
        assertThat(again).extracting(Scene::id).doesNotContainAnyElementsOf(ids(scenes));
        assertThat(scenes(8, "run-a")).extracting(Scene::moment).isNotEqualTo(moments(scenes));
    }

    @Test
    void letsSomebodyDownWithinTheFirstTenSeconds() {
        // When
        var early = scenes.stream()
                .takeWhile(scene -> scene.at().compareTo(Duration.ofSeconds(8)) < 0)
                .map(scene -> scene.event(NOW))
                .toList();

        // Then
        assertThat(early)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(TouchpointEvent.class, touchpoint -> assertThat(touchpoint.measures())
                                .isEqualTo(Map.of("delayHours", 36.0))))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(FeedbackEvent.class, feedback -> assertThat(feedback.comment())
                                .isNotBlank()));
    }

    @Test
    void sendsOneToTwoEventsASecondInOrderEachWithItsOwnId() {
        // When
        var seconds = scenes.getLast().at().toMillis() / 1000.0;

        // Then
        assertThat(MANY / seconds).isBetween(1.0, 2.0);
        assertThat(times(scenes)).isSorted();
        assertThat(ids(scenes)).doesNotHaveDuplicates();
    }

    @Test
    void keepsToTheCatalogue() {
        // Given
        var catalogue = DemoCatalogue.catalogue();
        var touchpoints =
                catalogue.touchpoints().stream().collect(Collectors.toMap(Touchpoint::code, Function.identity()));
        var partners =
                catalogue.partners().stream().map(partner -> partner.code()).toList();

        // When
        var events = scenes.stream().map(scene -> scene.event(NOW)).toList();

        // Then
        assertThat(events).allSatisfy(event -> {
            var touchpoint = touchpoints.get(event.touchpoint());
            assertThat(touchpoint).as(event.touchpoint()).isNotNull();
            assertThat(touchpoint.channels()).contains(channel(event));
            assertThat(partner(event)).satisfiesAnyOf(code -> assertThat(code).isNull(), code -> assertThat(partners)
                    .contains(code));
        });
    }

    @Test
    void isMostlyHappyInBothLanguages() {
        // When
        var answers = scenes.stream()
                .map(scene -> scene.event(NOW))
                .filter(FeedbackEvent.class::isInstance)
                .map(FeedbackEvent.class::cast)
                .toList();
        var met = scenes.stream()
                .map(scene -> scene.event(NOW))
                .filter(TouchpointEvent.class::isInstance)
                .map(TouchpointEvent.class::cast)
                .toList();

        // Then
        var low = answers.stream()
                .filter(answer -> answer.answers().getFirst().value().asInt() <= 2)
                .count();
        assertThat((double) low / answers.size()).isBetween(0.03, 0.25);
        assertThat(met).filteredOn(event -> event.outcome() != Outcome.SUCCESS).hasSizeBetween(20, 200);
        assertThat(answers)
                .filteredOn(answer -> answer.comment() != null)
                .extracting(FeedbackEvent::language)
                .contains("fr", "en");
    }

    private static List<Scene> scenes(long seed, String run) {
        var script = new DemoScript(seed, run);
        return Stream.generate(script::next).limit(MANY).toList();
    }

    private static List<Duration> times(List<Scene> scenes) {
        return scenes.stream().map(Scene::at).toList();
    }

    private static List<Moment> moments(List<Scene> scenes) {
        return scenes.stream().map(Scene::moment).toList();
    }

    private static List<String> ids(List<Scene> scenes) {
        return scenes.stream().map(Scene::id).toList();
    }

    private static String channel(ClientEvent event) {
        return switch (event) {
            case TouchpointEvent touchpoint -> touchpoint.channel();
            case FeedbackEvent feedback -> feedback.channel();
        };
    }

    private static String partner(ClientEvent event) {
        return switch (event) {
            case TouchpointEvent touchpoint -> touchpoint.partner();
            case FeedbackEvent feedback -> feedback.partner();
        };
    }
}
