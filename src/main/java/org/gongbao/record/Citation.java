package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * Another document that this one names, and how.
 *
 * @param relation one of 依据, 印发, 转发, 修改, 废止, 宣布失效, 继续有效, 延长有效期, 更正, 解读, 配套, 答复, 引用
 * @param quote the words that say so
 */
public record Citation(@Nullable String title, @Nullable String documentNumber, String relation, String quote) {}
