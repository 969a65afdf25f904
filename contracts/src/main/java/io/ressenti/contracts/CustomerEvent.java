package io.ressenti.contracts;

import java.time.Instant;

/** Something became known about who a customer is. Published on {@link Topics#CUSTOMERS}. */
public sealed interface CustomerEvent extends Event permits CustomerErased, CustomersMerged, CustomersUnmerged {

    /** The identifier that it is about. */
    String customer();

    /** When Ressenti received it. */
    Instant receivedAt();

    @Override
    default String subject() {
        return customer();
    }
}
