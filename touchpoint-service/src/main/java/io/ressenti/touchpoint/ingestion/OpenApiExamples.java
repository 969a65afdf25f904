package io.ressenti.touchpoint.ingestion;

/** Events as /q/openapi shows them. */
final class OpenApiExamples {

    static final String DELIVERY = """
            {"id":"o-17-delivered","source":"courier-app","occurredAt":"2026-01-18T22:56:59Z","customer":"c-42",
             "journeyId":"o-17","touchpoint":"order-delivered","channel":"COURIER","partner":"seller-9",
             "outcome":"SUCCESS","measures":{"delayHours":36.5},"attributes":{"state":"SP"}}""";

    /** Web Vitals by their own names: LCP, INP and TTFB in milliseconds, CLS without a unit. */
    static final String PAGE_VIEWED = """
            {"id":"7f0c2a","source":"web-shop","occurredAt":"2026-01-18T22:56:59Z","customer":"c-42",
             "touchpoint":"page-viewed","channel":"WEB",
             "measures":{"LCP":1840,"INP":96,"CLS":0.02,"TTFB":310},"attributes":{"page":"product"}}""";

    static final String CLOUD_EVENT = """
            {"specversion":"1.0","type":"io.ressenti.touchpoint.v1","source":"courier-app","id":"o-17-delivered",
             "time":"2026-01-18T22:56:59Z","subject":"c-42",
             "data":{"touchpoint":"order-delivered","channel":"COURIER","measures":{"delayHours":36.5}}}""";

    static final String ARRAY = "[" + DELIVERY + "," + PAGE_VIEWED + "]";

    static final String LINES = """
            {"id":"a","source":"till-3","occurredAt":"2026-01-18T09:30:00Z","customer":"c-1","touchpoint":"paid","channel":"STORE"}
            {"id":"b","source":"till-3","occurredAt":"2026-01-18T09:31:12Z","customer":"c-2","touchpoint":"paid","channel":"STORE"}""";

    private OpenApiExamples() {}
}
