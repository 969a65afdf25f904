package io.ressenti.scoring.model;

import io.ressenti.contracts.Stage;
import java.util.Objects;

/**
 * Where on the journey something happened: the dimensions that metrics can be broken down by.
 *
 * @param partner the partner that ran the touchpoint; null where the brand did
 */
public record Place(String touchpoint, Stage stage, String channel, String partner) {

    public Place {
        Objects.requireNonNull(touchpoint, "touchpoint");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
    }
}
