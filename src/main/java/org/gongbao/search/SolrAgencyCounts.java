package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.PivotField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.jspecify.annotations.Nullable;

/** Counts agencies in Solr, by facets over all public documents. */
final class SolrAgencyCounts implements AgencyCounts {

    private static final String NAME = "agency_name";
    private static final String CELLS = "agency,year,kind";

    private final Function<SolrQuery, QueryResponse> index;

    SolrAgencyCounts(Function<SolrQuery, QueryResponse> index) {
        this.index = index;
    }

    @Override
    public List<Name> names() {
        return names(everything());
    }

    @Override
    public List<Name> openNames() {
        SolrQuery query = everything();
        SearchParameters.openData(query);
        return names(query);
    }

    @Override
    public List<Name> namesOf(String id) {
        return names(everything().setFacetPrefix(AgencyNames.beginning(id)));
    }

    @Override
    public List<Name> called(String issuer) {
        SolrQuery query = everything();
        query.set("facet.contains", AgencyNames.issuer(issuer));
        return names(query).stream()
                .filter(name -> name.printed().equals(issuer))
                .toList();
    }

    private List<Name> names(SolrQuery query) {
        query.addFacetField(NAME);
        FacetField found = index.apply(query).getFacetField(NAME);
        return found == null
                ? List.of()
                : found.getValues().stream()
                        .map(count -> AgencyNames.read(count.getName(), count.getCount()))
                        .toList();
    }

    @Override
    public List<Cell> cells() {
        SolrQuery query = everything();
        query.addFacetPivotField(CELLS);
        query.set("facet.missing", true);
        List<Cell> cells = new ArrayList<>();
        for (PivotField agency : below(index.apply(query).getFacetPivot().get(CELLS))) {
            for (PivotField year : below(agency.getPivot())) {
                for (PivotField kind : below(year.getPivot())) {
                    cells.add(new Cell(
                            text(agency.getValue()), text(year.getValue()), text(kind.getValue()), kind.getCount()));
                }
            }
        }
        return cells;
    }

    private static List<PivotField> below(@Nullable List<PivotField> fields) {
        return fields == null ? List.of() : fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static SolrQuery everything() {
        SolrQuery query = new SolrQuery("*:*");
        query.setRequestHandler("/documents");
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        query.setRows(0);
        query.setFacet(true);
        query.setFacetMinCount(1);
        query.setFacetLimit(-1);
        return query;
    }
}
