package io.ressenti.console.score;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.ressenti.console.page.Page;
import io.ressenti.console.page.Visitor;
import io.ressenti.console.service.Catalogue;
import io.ressenti.console.service.Fetched;
import io.ressenti.console.service.Scores;
import io.ressenti.console.service.ScoresApi;
import io.ressenti.console.session.Lead;
import io.ressenti.console.session.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The scores by touchpoint; htmx asks for the table again every few seconds. */
@Path("/scores")
@RolesAllowed({Roles.LEAD, Roles.ANALYST, Roles.ADMIN})
@Produces(MediaType.TEXT_HTML)
class ScoresResource {

    private static final String BY_TOUCHPOINT = "touchpoint";

    private final Visitor visitor;
    private final ScoresApi scores;
    private final Catalogue catalogue;

    ScoresResource(Visitor visitor, @RestClient ScoresApi scores, Catalogue catalogue) {
        this.visitor = visitor;
        this.scores = scores;
        this.catalogue = catalogue;
    }

    @GET
    public Uni<TemplateInstance> page() {
        var page = visitor.page();
        boolean part = visitor.asksForPart();
        return table(page).map(table -> {
            var template = part ? Templates.table(table) : Templates.scores(page, table);
            return template.setLocale(page.locale());
        });
    }

    private Uni<ScoreTable> table(Page page) {
        var lead = page.lead();
        return Uni.combine()
                .all()
                .unis(
                        ask(lead, Metric.EXPERIENCE),
                        ask(lead, Metric.CSAT),
                        ask(lead, Metric.NPS),
                        ask(lead, Metric.DISSATISFIED),
                        catalogue.names(lead.brand(), lead.bearer()))
                .with((experience, csat, nps, dissatisfied, names) -> ScoreTable.of(
                        Map.of(
                                Metric.EXPERIENCE, experience,
                                Metric.CSAT, csat,
                                Metric.NPS, nps,
                                Metric.DISSATISFIED, dissatisfied),
                        names,
                        page.locale()));
    }

    private Uni<Fetched<Scores>> ask(Lead lead, Metric metric) {
        return Fetched.of("scoring", scores.scores(lead.bearer(), metric.path(), BY_TOUCHPOINT));
    }

    @TemplateData(target = ScoreTable.class)
    @TemplateData(target = ScoreTable.Line.class)
    @TemplateData(target = Figure.class)
    @TemplateData(target = Figure.Bar.class)
    @CheckedTemplate(basePath = "score")
    static class Templates {
        static native TemplateInstance scores(Page page, ScoreTable table);

        static native TemplateInstance table(ScoreTable table);
    }
}
