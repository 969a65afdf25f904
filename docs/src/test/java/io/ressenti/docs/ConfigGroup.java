package io.ressenti.docs;

import java.util.List;

/**
 * The keys of one {@code @ConfigMapping} interface.
 *
 * @param module      the folder of the module that declares it
 * @param prefix      what all its keys begin with
 * @param description what the interface's Javadoc says, in Markdown
 */
record ConfigGroup(String module, String prefix, String description, List<ConfigKey> keys) {}
