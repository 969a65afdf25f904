package io.ressenti.scoring.upkeep;

import java.util.List;

/**
 * What has to hold of every row of a table, by what stands in other rows: by one plain statement, which shares nothing with the code
 * that keeps them.
 *
 * @param name what the rows are called
 * @param rows a SELECT that gives {@code brand} and {@code holds} of each row
 */
record RowRule(String name, String rows) {

    /**
     * Whoever stands for a person with signals has a band, that of the sums of all identifiers, and is at risk below 40, may be up to
     * 45, and what was told is less than a point away; nobody else has any of it. Who has no signal and is merged with nobody has no
     * row at all. A score is told to six decimals, so it may lie beyond a bound by that much.
     */
    private static final String BANDS =
            """
            SELECT score.brand, CASE WHEN person.n > 0 AND coalesce(score.person, score.customer) = score.customer
                THEN score.band IS NOT NULL AND score.band IN (%s, %s)
                    AND (score.told IS NULL OR abs(score.told - experienced) < 1 + rounding)
                    AND (score.at_risk OR experienced >= 40 - rounding) AND (NOT score.at_risk OR experienced < 45 + rounding)
                ELSE score.band IS NULL AND score.told IS NULL AND NOT score.at_risk
                    AND (score.n > 0 OR score.person IS NOT NULL) END AS holds
            FROM customer_score AS score
                LEFT JOIN (
                    SELECT brand, coalesce(person, customer) AS customer, sum(n) AS n,
                        sum(weighted_value) / nullif(sum(weight), 0) AS experienced, max(best_stated) AS best
                    FROM customer_score GROUP BY 1, 2) AS person USING (brand, customer),
                (SELECT 1e-6 AS rounding) AS last_decimal
            """.formatted(bandOf("experienced - rounding"), bandOf("experienced + rounding"));

    /** An event whose version counts says where its signals stand, or they would count twice with the next version. */
    private static final String EVENTS = """
            SELECT brand, (signal.customer, signal.occurred_at)
                IS NOT DISTINCT FROM (event.customer, event.occurred_at) AS holds
            FROM (SELECT DISTINCT brand, event_kind AS kind, event_source AS source, event_id AS id, customer, occurred_at
                    FROM signal) AS signal
                FULL JOIN (SELECT * FROM accepted_event WHERE customer IS NOT NULL) AS event USING (brand, kind, source, id)
            """;

    /** Of each customer's merges and un-merges the last one holds; one that names nobody any more does not. */
    private static final String LINKS = """
            SELECT brand, holds = (customer IS NOT NULL AND row_number() OVER (PARTITION BY brand, customer
                ORDER BY occurred_at DESC, received_at DESC, id COLLATE "C" DESC, source COLLATE "C" DESC) = 1) AS holds
            FROM customer_link
            """;

    /** Nothing names an erased customer that was received until then. A pseudonym is half of a SHA-256. */
    private static final String ERASURES = """
            SELECT named.brand, erased.pseudonym IS NULL OR named.first_received > erased.received_at AS holds
            FROM (
                SELECT brand, customer, min(received_at) AS first_received
                FROM (
                    SELECT brand, customer, received_at FROM signal
                UNION ALL
                    SELECT brand, customer, received_at FROM customer_link WHERE customer IS NOT NULL
                UNION ALL
                    SELECT brand, into_customer, received_at FROM customer_link WHERE into_customer IS NOT NULL) AS naming
                GROUP BY brand, customer) AS named
                LEFT JOIN erased_customer AS erased ON erased.pseudonym = encode(substring(sha256(
                    convert_to(named.brand, 'UTF8') || '\\x00' || convert_to(named.customer, 'UTF8')) FOR 16), 'hex')::uuid
            """;

    static final List<RowRule> ALL = List.of(
            new RowRule("customer_score.band", BANDS),
            new RowRule("accepted_event", EVENTS),
            new RowRule("customer_link", LINKS),
            new RowRule("erased_customer", ERASURES));

    /** The statement that counts the rows, and those of which the rule does not hold; examples name brands only. */
    String comparison() {
        return """
                WITH given AS (SELECT $1::double precision AS tolerance),
                counted AS (
                    SELECT brand, count(*) AS rows, count(*) FILTER (WHERE holds IS NOT TRUE) AS wrong
                    FROM (%s) AS checked GROUP BY brand
                ),
                example AS (
                    SELECT jsonb_build_object(
                        'key', jsonb_build_object('brand', brand),
                        'stored', jsonb_build_object('rows', rows, 'wrong', wrong),
                        'recomputed', jsonb_build_object('rows', rows, 'wrong', 0)) AS found
                    FROM counted WHERE wrong > 0 LIMIT $2
                )
                SELECT coalesce(sum(rows), 0)::bigint AS rows,
                    coalesce(sum(wrong), 0)::bigint AS differences,
                    0::double precision AS deviation,
                    (SELECT coalesce(jsonb_agg(found), '[]')::text FROM example) AS examples
                FROM counted
                """.formatted(rows);
    }

    private static String bandOf(String experienced) {
        return """
                CASE WHEN %1$s < 40 THEN 'AT_RISK' WHEN %1$s < 60 THEN 'FRAGILE'
                    WHEN %1$s >= 80 AND best >= 90 THEN 'AMBASSADOR' ELSE 'CONTENT' END
                """.formatted(experienced);
    }
}
