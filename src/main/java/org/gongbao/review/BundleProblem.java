package org.gongbao.review;

import java.util.List;

/**
 * Something wrong with a submission bundle. Words for people are the message {@code bundle.CODE} with the arguments.
 *
 * @param pointer JSON pointer (RFC 6901) into {@code submission.json}; empty for the bundle as a whole
 * @param code stable
 * @param arguments what came and what was expected
 */
public record BundleProblem(String pointer, String code, List<String> arguments) {

    public BundleProblem {
        arguments = List.copyOf(arguments);
    }

    static BundleProblem of(String pointer, String code, Object... arguments) {
        return new BundleProblem(
                pointer, code, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** Of the words in both languages. */
    public String messageKey() {
        return "bundle." + code;
    }
}
