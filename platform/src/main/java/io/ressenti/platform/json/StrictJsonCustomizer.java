package io.ressenti.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes the bodies of all requests be read strictly. */
@Singleton
class StrictJsonCustomizer implements ObjectMapperCustomizer {

    /** Last: the strict readers take the place of those that were registered before. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        StrictJson.configure(mapper);
    }
}
