package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.Stage;
import io.ressenti.touchpoint.catalogue.model.Owner;
import io.ressenti.touchpoint.catalogue.model.Promise;
import java.util.List;
import java.util.Map;

/** A touchpoint as it is shown; it can be edited and put back as it is. */
record TouchpointView(
        String code,
        Stage stage,
        Map<String, String> names,
        List<String> channels,
        List<Promise> promises,
        Owner owner) {

    static TouchpointView of(TouchpointEntity touchpoint) {
        return new TouchpointView(
                touchpoint.key.code(),
                touchpoint.stage,
                touchpoint.names,
                touchpoint.channels,
                touchpoint.promises.made(),
                touchpoint.owner);
    }
}
