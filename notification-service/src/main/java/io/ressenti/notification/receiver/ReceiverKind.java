package io.ressenti.notification.receiver;

/** How a receiver is reached. */
public enum ReceiverKind {
    /** An HTTP address that takes signed messages as in the Standard Webhooks specification. */
    WEBHOOK
}
