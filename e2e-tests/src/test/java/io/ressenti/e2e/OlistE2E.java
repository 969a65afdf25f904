package io.ressenti.e2e;

import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Cli;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.truth.NumbersOf;
import io.ressenti.e2e.truth.OlistTruth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Journeys replayed from files give exactly the numbers that the files hold, however often they are replayed. */
@ExtendWith(RessentiExtension.class)
class OlistE2E {

    private RunningRessenti ressenti;

    @BeforeEach
    void keep(RunningRessenti running) {
        ressenti = running;
    }

    @Test
    void numbersOfTheSyntheticOrdersAreExactAndStayAfterASecondReplay() {
        replayedTwiceIsExact("olist-synthetic", SyntheticOrders.DIRECTORY);
    }

    @Test
    void numbersOfTheRealOrdersAreExactAndStayAfterASecondReplay() {
        var directory =
                Path.of(Optional.ofNullable(System.getenv("RESSENTI_OLIST")).orElse("../../shared/data/olist"));
        assumeTrue(
                Files.isRegularFile(directory.resolve("olist_orders.csv")),
                "The Olist data set is not at " + directory.toAbsolutePath().normalize()
                        + "; set RESSENTI_OLIST to the folder that holds its CSV files.");
        replayedTwiceIsExact("olist-real", directory);
    }

    private void replayedTwiceIsExact(String name, Path directory) {
        // Given
        var truth = OlistTruth.of(directory);
        var brand = ressenti.brand(name);

        // When
        var first = replay(brand, directory);

        // Then
        first.equal(truth);
        var before = first.snapshot();

        // When
        var second = replay(brand, directory);

        // Then
        second.equal(truth);
        assertThat(second.snapshot()).isEqualTo(before);
    }

    private NumbersOf replay(Brand brand, Path directory) {
        Cli.replay(brand, ressenti.url(), directory);
        brand.awaitEverythingProcessed();
        return new NumbersOf(brand);
    }
}
