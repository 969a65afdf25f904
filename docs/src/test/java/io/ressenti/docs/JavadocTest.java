package io.ressenti.docs;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JavadocTest {

    @Test
    void tagsBecomeMarkdown() {
        // Given
        var comment = " As {@link io.a.Config#rollUpEvery()} of {@link io.a.User},\n not {@code [{\"a\"}]} | more. ";

        // When
        var markdown = Javadoc.toMarkdown(comment, "key()");

        // Then
        assertThat(markdown).isEqualTo("As `roll-up-every` of `User`, not `[{\"a\"}]` \\| more.");
    }

    @Test
    void whatIsNotDescribedIsRefused() {
        assertThatThrownBy(() -> Javadoc.toMarkdown(null, "key() in AConfig.java"))
                .hasMessage(
                        "key() in AConfig.java has no Javadoc: say what it does, for whoever operates the service.");
    }

    @Test
    void whatWouldNotBeTranslatedIsRefused() {
        assertThatThrownBy(() -> Javadoc.toMarkdown("See {@value X}.", "key()")).hasMessageContaining("{@value X}");
    }
}
