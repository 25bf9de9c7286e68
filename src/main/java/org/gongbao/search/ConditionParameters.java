package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.search.NumberKeys.Meant;

/** Writes conditions on parts of a document as Solr's filters. */
final class ConditionParameters {

    private final QueryParts parts;
    private final NumberKeys numbers;

    ConditionParameters(QueryParts parts, NumberKeys numbers) {
        this.parts = parts;
        this.numbers = numbers;
    }

    void add(Condition condition) {
        String clause = clause(condition.part(), condition.phrase());
        parts.query().addFilterQuery(condition.isExcluded() ? parts.none(clause) : clause);
    }

    private String clause(Condition.Part part, String phrase) {
        return switch (part) {
            case NUMBER -> number(phrase);
            case ISSUER -> parts.clause("field", "issuer_name", phrase);
            case TEXT -> text(phrase);
            case TITLE -> parts.any(title(phrase));
            case ANYWHERE -> {
                List<String> anywhere = title(phrase);
                anywhere.add(parts.clause("field", "subject", phrase));
                anywhere.add(text(phrase));
                yield parts.any(anywhere);
            }
        };
    }

    private List<String> title(String phrase) {
        List<String> clauses = new ArrayList<>();
        if (SearchText.isHanCharacter(phrase)) {
            clauses.add(parts.clause("field", "title_character", phrase));
        } else {
            clauses.add(parts.clause("field", "title", phrase));
            clauses.add(parts.clause("field", "other_title", phrase));
        }
        return clauses;
    }

    /** Pairs of characters know no single one; where a word begins with it they do. */
    private String text(String phrase) {
        return parts.clause(SearchText.isHanCharacter(phrase) ? "prefix" : "field", "text", phrase);
    }

    private String number(String phrase) {
        Meant meant = numbers.meant(phrase);
        List<String> clauses = new ArrayList<>();
        if (!meant.keys().isEmpty()) {
            clauses.add(parts.clause("terms", "number_key", String.join(",", meant.keys())));
        }
        if (!meant.tails().isEmpty()) {
            clauses.add(parts.clause("terms", "number_tail", String.join(",", meant.tails())));
        }
        meant.beginnings().forEach(beginning -> clauses.add(parts.clause("prefix", "number_key", beginning)));
        return clauses.isEmpty() ? parts.clause("prefix", "number_key", phrase) : parts.any(clauses);
    }
}
