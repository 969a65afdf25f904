package io.ressenti.notification.alert.model;

/** Names the fact that a rule found something in; with the brand it is unique. */
public record FactKey(String source, String id) {}
