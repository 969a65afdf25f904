package io.ressenti.local.process;

import java.time.Duration;

/** What happens to a part while it is watched over. */
public interface Events {

    /** It does its work, for the first time. */
    void ready(String part);

    /** It does its work again. */
    void recovered(String part);

    /** It ended without being asked to, and will be started again after {@code delay}. */
    void ended(String part, String how, Duration delay);
}
