package io.ressenti.notification.stream;

/**
 * One change, ready to be sent to any number of clients.
 *
 * @param seq  its number within the brand
 * @param data JSON: {@code {"change","alert","receivedAt"}}
 */
record StreamedChange(long seq, String data) {}
