package org.gongbao.web.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongbao.publication.RightsSettings;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a document's page says of it to search engines: schema.org's Legislation as JSON-LD, a block of data in the page. */
@Component("schemaOrg")
public class SchemaOrg {

    private final SiteIdentity identity;
    private final RightsSettings rights;

    SchemaOrg(SiteIdentity identity, RightsSettings rights) {
        this.identity = identity;
        this.rights = rights;
    }

    /** The description of a document, such that nothing in it can end the block that it stands in. */
    public String legislation(DocumentView view) {
        return CanonicalJson.write(description(view)).replace("<", "\\u003c");
    }

    private Map<String, Object> description(DocumentView view) {
        DocumentRecord record = view.record();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@context", "https://schema.org");
        all.put("@type", "Legislation");
        all.put("@id", view.permanent());
        all.put("url", identity.base() + "/doc/" + view.uid());
        put(all, "sameAs", view.byNumberUri());
        put(all, "name", view.title());
        put(all, "legislationIdentifier", record.documentNumber());
        put(all, "legislationType", record.documentKind());
        put(all, "legislationDate", record.issuedOn());
        put(all, "legislationDateOfApplicability", record.effectiveOn());
        put(all, "datePublished", view.releasedAt());
        put(all, "dateModified", view.versionAt());
        put(all, "inLanguage", record.language());
        put(all, "abstract", record.summary());
        if (!record.themes().isEmpty()) {
            all.put("about", record.themes());
        }
        if (!record.issuers().isEmpty()) {
            all.put(
                    "legislationPassedBy",
                    record.issuers().stream()
                            .map(name -> Map.of("@type", "GovernmentOrganization", "name", name))
                            .toList());
        }
        issue(record.gazette(), all);
        put(all, "license", rights.of(record).licence());
        all.put(
                "encoding",
                view.downloads().stream().map(form -> encoding(view, form)).toList());
        return all;
    }

    private static void issue(@Nullable GazetteIssue issue, Map<String, Object> all) {
        if (issue != null && issue.series() != null) {
            all.put("isPartOf", Map.of("@type", "Periodical", "name", issue.series()));
        }
    }

    private Map<String, Object> encoding(DocumentView view, DocumentView.Download form) {
        return Map.of(
                "@type",
                "LegislationObject",
                "contentUrl",
                identity.base() + "/doc/" + view.uid() + "." + form.suffix(),
                "encodingFormat",
                form.type());
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }
}
