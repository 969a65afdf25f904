package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Lets tests of other packages have a store without a running service. */
public final class RejectedStores {

    private RejectedStores() {}

    public static RejectedStore withoutService() {
        return new RejectedStore(new ObjectMapper(), new SimpleMeterRegistry());
    }
}
