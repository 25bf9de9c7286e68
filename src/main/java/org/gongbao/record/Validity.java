package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document holds (有效性), as of a date. Silence is {@link #UNKNOWN}.
 *
 * @param status one of {@link #STATUSES}
 * @param basis what says so: a quotation or a document
 * @param method {@code stated}, {@code extracted} or {@code computed}
 */
public record Validity(
        String status, LocalDate asOf, @Nullable String basis, String method) {

    public static final String IN_FORCE = "现行有效";
    public static final String NOT_YET = "尚未施行";
    public static final String PARTLY = "部分失效";
    public static final String AMENDED = "已修改";
    public static final String REPEALED = "废止";
    public static final String DECLARED_INVALID = "宣布失效";
    public static final String EXPIRED = "期满失效";
    public static final String UNKNOWN = "未知";

    public static final List<String> STATUSES =
            List.of(IN_FORCE, NOT_YET, PARTLY, AMENDED, REPEALED, DECLARED_INVALID, EXPIRED, UNKNOWN);
}
