package org.gongbao.web.site;

import java.util.StringJoiner;
import org.gongbao.linkeddata.SchemaVersions;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RightsSettings;
import org.gongbao.record.GazetteIssue;
import org.gongbao.web.SiteIdentity;
import org.springframework.stereotype.Component;

/** The header {@code Link} of a document's forms (RFC 8288): what a machine may want to know or have beside them. */
@Component
class DocumentLinks {

    private final SiteIdentity identity;
    private final RightsSettings rights;
    private final SchemaVersions schemas;

    DocumentLinks(SiteIdentity identity, RightsSettings rights, SchemaVersions schemas) {
        this.schemas = schemas;
        this.identity = identity;
        this.rights = rights;
    }

    /** What may be done with a document, by its kind. */
    RightsSettings.Rights rights(PublishedDocument document) {
        return rights.of(document.record());
    }

    String of(PublishedDocument document, Representation form) {
        String own = "/doc/" + document.uid();
        StringJoiner links = new StringJoiner(", ");
        links.add("<" + identity.base() + "/id/doc/" + document.uid() + ">; rel=\"cite-as\"");
        links.add("<" + identity.base() + own + ">; rel=\"canonical\"");
        for (Representation other : Representation.offeredOf(document)) {
            links.add("<" + own + "." + other.suffix() + ">; rel=\"alternate\"; type=\"" + other.type() + "\"");
        }
        form.description(schemas).forEach(description -> links.add("<" + description + ">; rel=\"describedby\""));
        if (form.rdf() == null) {
            Representation about = Representation.JSON_LD;
            links.add("<" + own + "." + about.suffix() + ">; rel=\"describedby\"; type=\"" + about.type() + "\"");
        }
        if (form == Representation.JSON) {
            links.add(
                    "</def/context.jsonld>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
        }
        String licence = rights(document).licence();
        if (licence != null) {
            links.add("<" + licence + ">; rel=\"license\"");
        }
        collections(document, links);
        return links.toString();
    }

    /** The legal directory holds every document; some stand in an issue of a gazette. */
    private static void collections(PublishedDocument document, StringJoiner links) {
        links.add("</catalog>; rel=\"collection\"");
        GazetteIssue gazette = document.record().gazette();
        if (gazette != null && gazette.year() != null && gazette.issue() != null) {
            links.add(
                    "<" + IssueAddress.of(gazette.series(), gazette.year(), gazette.issue()) + ">; rel=\"collection\"");
        }
    }
}
