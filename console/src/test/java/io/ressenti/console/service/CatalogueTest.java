package io.ressenti.console.service;

import io.ressenti.console.service.CatalogueEntries.Entry;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTest {

    private static final int SELLERS = 1610;

    private final Recorded recorded = new Recorded();

    @Test
    void knowsTheLastOfManyPartners() {
        var names = names(new Catalogue(recorded.api(), new Ticking()));

        assertThat(names.partner("seller-0")).isEqualTo("Seller 0");
        assertThat(names.partner("seller-1609")).isEqualTo("Seller 1609");
    }

    @Test
    void keepsTheOldListWhereOneCannotBeHad() {
        var clock = new Ticking();
        var catalogue = new Catalogue(recorded.api(), clock);
        names(catalogue);

        clock.now = clock.now.plusSeconds(31);
        recorded.partnersAway = true;
        recorded.payment = "Pay";
        var names = names(catalogue);

        assertThat(names.touchpoint("payment", Locale.ENGLISH)).isEqualTo("Pay");
        assertThat(names.partner("seller-1609")).isEqualTo("Seller 1609");
    }

    @Test
    void asksAgainOnlyForWhatIsOldOrMissing() {
        var catalogue = new Catalogue(recorded.api(), new Ticking());
        recorded.partnersAway = true;
        assertThat(names(catalogue).partner("seller-0")).isEqualTo("seller-0");

        recorded.partnersAway = false;
        assertThat(names(catalogue).partner("seller-0")).isEqualTo("Seller 0");

        recorded.payment = "Pay";
        assertThat(names(catalogue).touchpoint("payment", Locale.ENGLISH)).isEqualTo("Payment");
    }

    private static Names names(Catalogue catalogue) {
        return catalogue.names("acme", "Bearer t").await().indefinitely();
    }

    /** What touchpoint-service holds. No class that implements the API, because Quarkus would take that for a resource. */
    private static final class Recorded {

        private String payment = "Payment";
        private boolean partnersAway;

        TouchpointsApi api() {
            return (TouchpointsApi) Proxy.newProxyInstance(
                    TouchpointsApi.class.getClassLoader(), new Class<?>[] {TouchpointsApi.class}, this::answer);
        }

        private Uni<CatalogueEntries> answer(Object proxy, Method method, Object[] parameters) {
            return switch (method.getName()) {
                case "touchpoints" -> page(List.of(new Entry("payment", Map.of("en", payment), null, null)), null);
                case "channels" -> page(List.of(), null);
                case "partners" -> partners((String) parameters[1], (int) parameters[2]);
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private Uni<CatalogueEntries> partners(String cursor, int limit) {
            if (partnersAway) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            int start = cursor == null ? 0 : Integer.parseInt(cursor);
            int end = Math.min(SELLERS, start + limit);
            var items = IntStream.range(start, end)
                    .mapToObj(i -> new Entry("seller-" + i, null, "Seller " + i, null))
                    .toList();
            return page(items, end < SELLERS ? Integer.toString(end) : null);
        }

        private static Uni<CatalogueEntries> page(List<Entry> items, String next) {
            return Uni.createFrom().item(new CatalogueEntries(items, next));
        }
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
