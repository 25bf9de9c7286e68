package org.gongbao.record;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is only proposed (征求意见稿、公示): a draft, a call for opinions, a public notice before a decision. Whatever it says of its
 * own validity or that of other documents changes nothing.
 */
public final class Proposal {

    /** {@code 关于拟废止部分文件的公示}, {@code …清理结果公示公告}; not {@code 关于实行公示制度的通知}. */
    private static final Pattern PUBLIC_NOTICE =
            Pattern.compile("公示(?:公告|通告|通知|稿)?(?:[（(][^（）()]{1,20}[)）])?$|^公示$|[（(]公示(?:稿)?[)）]");

    /** {@code 关于公开征求文件清理结果意见的通知}. */
    private static final Pattern CALL =
            Pattern.compile("(?:征求|征集|听取)[^。]{0,60}(?:意见|建议)(?:建议)?的?(?:通知|公告|通告|函|启事|公示)(?:[（(].{1,12}[)）])?$");

    /** Relations by which one document changes another. */
    private static final Set<String> CHANGES = Set.of("修改", "废止", "宣布失效", "继续有效", "延长有效期", "更正");

    private Proposal() {}

    /** Whether a document changes another one by this relation. */
    public static boolean changesOthers(String relation) {
        return CHANGES.contains(relation);
    }

    /** What a document that only proposes says of another one: it cites it, and no more. */
    public static Citation withoutEffect(Citation citation) {
        return changesOthers(citation.relation()) ? citation.withRelation("引用") : citation;
    }

    /**
     * Whether a document only proposes.
     *
     * @param draft whether it is known to be a draft
     */
    public static boolean is(@Nullable String title, boolean draft) {
        return draft || title != null && (PUBLIC_NOTICE.matcher(title).find() || isCall(title));
    }

    /** Whether a document lays a draft before the public and asks for opinions. */
    public static boolean isCall(String title) {
        return CALL.matcher(title).find();
    }
}
