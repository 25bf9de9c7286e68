package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/** The disclosure attributes of a catalogue entry (公开方式, 公开时限, 公开范围, 信息分类, 责任部门); null where blank. */
public record Disclosure(
        @Nullable String mode,
        @Nullable String term,
        @Nullable String scope,
        @Nullable String category,
        @Nullable String responsible) {

    /** The mode that publication asks for (主动公开). */
    public static final String PROACTIVE = "主动公开";

    public static final Disclosure NONE = new Disclosure(null, null, null, null, null);

    /** The same with another mode. */
    public Disclosure withMode(@Nullable String stated) {
        return new Disclosure(stated, term, scope, category, responsible);
    }
}
