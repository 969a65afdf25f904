package io.ressenti.notification.delivery.email;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;

/**
 * Hands one mail over. A verticle, for what it opens is closed when it is undeployed, whatever it is doing: a {@link MailClient} itself waits for
 * the server to come to an end.
 */
class Conversation extends AbstractVerticle {

    private final MailConfig options;
    private final MailMessage mail;
    private final Promise<MailResult> outcome = Promise.promise();

    Conversation(MailConfig options, MailMessage mail) {
        this.options = options;
        this.mail = mail;
    }

    @Override
    public void start() {
        MailClient.create(vertx, options).sendMail(mail).onComplete(outcome);
    }

    /** Completes when the server has taken the mail; fails where it has not. */
    Uni<Void> outcome() {
        return Uni.createFrom()
                .completionStage(outcome.future().toCompletionStage())
                .replaceWithVoid();
    }
}
