package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongbao.search.NumberKeys.Meant;

/** What is asked of the index for somebody who is still typing. */
final class SuggestionClauses {

    /** As the index cuts them. */
    private static final int LETTERS_OF_A_PIECE = 3;

    private static final int CHARACTERS_OF_A_PIECE = 2;

    private SuggestionClauses() {}

    /** Documents whose numbers are meant, or begin with what is. */
    static Function<QueryParts, String> numbered(Meant meant) {
        return parts -> {
            List<String> clauses = new ArrayList<>();
            meant.keys().forEach(key -> clauses.add(parts.clause("term", "number_key", key)));
            meant.allTails().forEach(tail -> clauses.add(parts.clause("term", "number_tail", tail)));
            meant.beginnings().forEach(beginning -> clauses.add(parts.clause("prefix", "number_key", beginning)));
            return parts.any(clauses);
        };
    }

    /** Titles that have most pieces of what was typed. */
    static Function<QueryParts, String> near(Mistyped mistyped, boolean isSpelled) {
        int length = isSpelled ? LETTERS_OF_A_PIECE : CHARACTERS_OF_A_PIECE;
        List<String> pieces = mistyped.pieces(length);
        return parts -> parts.some(
                mistyped.left(pieces, length),
                pieces.stream()
                        .map(piece -> parts.clause("term", isSpelled ? "pinyin" : "title", piece))
                        .toList());
    }

    /** Titles with these words, the last of which may be unfinished. */
    static Function<QueryParts, String> written(String words) {
        if (SearchText.isHanCharacter(words)) {
            return parts -> parts.clause("field", "title_character", words);
        }
        return parts -> SearchText.hasPair(words)
                ? parts.any(List.of(parts.clause("field", "title", words), parts.clause("prefix", "title", words)))
                : parts.clause("prefix", "title", words);
    }

    /** Titles that are spelled so, or begin with these letters. */
    static Function<QueryParts, String> spelled(String letters) {
        return parts -> parts.any(List.of(
                all(parts, "pinyin", letters),
                all(parts, "initials", letters),
                parts.clause("prefix", "title", letters)));
    }

    private static String all(QueryParts parts, String field, String letters) {
        return parts.all(Spelling.grams(letters).stream()
                .map(gram -> parts.clause("term", field, gram))
                .toList());
    }
}
