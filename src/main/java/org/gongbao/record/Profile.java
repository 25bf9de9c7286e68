package org.gongbao.record;

import java.util.List;

/**
 * The profile of a series (刊物规则) by which a document was recognised: part of the evidence, as rules of other profiles would
 * have read it otherwise.
 *
 * @param id name of its file
 * @param version of its rules
 * @param matchedBy the signs by which it was told, such as {@code masthead} or {@code xml}
 */
public record Profile(String id, int version, List<String> matchedBy) {

    public Profile {
        matchedBy = List.copyOf(matchedBy);
    }
}
