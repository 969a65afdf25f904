package io.ressenti.touchpoint.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * A catalogue that a new brand can start from.
 *
 * @param name        what to ask for it by
 * @param names       display names by language tag
 * @param description whom it is for, by language tag
 */
@RegisterForReflection
record CatalogueTemplate(String name, Map<String, String> names, Map<String, String> description) {}
