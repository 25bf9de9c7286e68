package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            case ISSUER -> words("issuer_name", phrase);
            case TEXT -> text(phrase);
            case YEAR -> parts.clause("term", "year", phrase.replaceFirst(" ?年$", ""));
            case KIND -> parts.clause("term", "kind", phrase);
            case TITLE -> parts.any(title(phrase));
            case ANYWHERE -> {
                List<String> anywhere = title(phrase);
                anywhere.add(words("subject", phrase));
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
            clauses.add(words("title", phrase));
            clauses.add(words("other_title", phrase));
        }
        return clauses;
    }

    /** Pairs of characters know no single one; where a word begins with it they do. */
    private String text(String phrase) {
        return SearchText.isHanCharacter(phrase) ? parts.clause("prefix", "text", phrase) : words("text", phrase);
    }

    /** A phrase; single letters and signs, which a phrase leaves out, as the words that they are. */
    private String words(String field, String phrase) {
        return SearchText.hasPair(phrase)
                ? parts.clause("field", field, phrase)
                : parts.all(Stream.of(phrase.split(" "))
                        .map(word -> parts.clause("term", field, word))
                        .toList());
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
