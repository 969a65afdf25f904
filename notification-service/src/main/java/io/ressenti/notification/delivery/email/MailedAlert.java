package io.ressenti.notification.delivery.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import java.time.Instant;

/**
 * What a mail may know of an alert. Mail passes through many hands: the customer, their journey and what people wrote are not even
 * read.
 *
 * @param channel  null where the event named none
 * @param partner  null where the brand ran the touchpoint itself
 * @param emotion  null where none was stated
 * @param cause    null once the customer has been erased
 * @param causedAt when it happened (event time)
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MailedAlert(
        String id,
        Severity severity,
        String rule,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        Emotion emotion,
        MailedCause cause,
        Instant causedAt) {}
