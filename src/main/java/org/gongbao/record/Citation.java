package org.gongbao.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another document that this one names, and how.
 *
 * @param relation one of 依据, 印发, 转发, 修改, 废止, 宣布失效, 继续有效, 延长有效期, 更正, 解读, 配套, 答复, 引用
 * @param quote the words that say so
 * @param issuer who issued the cited document, as the words say; null where they do not
 * @param issuedOn when it was issued, as the words say; null where they do not
 */
public record Citation(
        @Nullable String title,
        @Nullable String documentNumber,
        String relation,
        String quote,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn) {

    /** A citation whose words name neither issuer nor date. */
    public Citation(@Nullable String title, @Nullable String documentNumber, String relation, String quote) {
        this(title, documentNumber, relation, quote, null, null);
    }

    /** The same citation with another relation. */
    public Citation withRelation(String other) {
        return new Citation(title, documentNumber, other, quote, issuer, issuedOn);
    }
}
