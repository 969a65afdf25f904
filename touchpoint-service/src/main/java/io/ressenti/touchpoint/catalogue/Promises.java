package io.ressenti.touchpoint.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.touchpoint.catalogue.model.Promise;
import java.util.List;

/** A touchpoint's promises as one JSON object: Hibernate Reactive reads no JSON arrays. */
@RegisterForReflection(targets = {Promises.class, Promise.class}) // kept as JSON
record Promises(List<Promise> made) {

    Promises {
        made = List.copyOf(made);
    }
}
