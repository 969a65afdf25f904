package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;

/** Where a request goes. */
sealed interface Destination {

    /**
     * To a service.
     *
     * @param uri path and query as the service knows them
     */
    record To(Service service, String uri) implements Destination {}

    /** To the front door itself, which knows how all of them are. */
    record Health() implements Destination {}

    /** Nowhere: no service has such an API. */
    record Unknown() implements Destination {}
}
