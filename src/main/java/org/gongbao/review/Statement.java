package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What the department states about a submission (报送说明): how it is disclosed and on which legal ground, who reviewed it, its
 * interpretation, and how far it may travel.
 *
 * @param mode null until it is stated
 * @param article of 政府信息公开条例 that is the ground of the mode, such as {@code 20}; null until it is stated
 * @param groundNote words to the ground, empty for none
 * @param reviewer the named person of the department who reviewed the release
 * @param interpretation null until it is stated
 * @param interpretedBy the 第一解读人; empty where there is no interpretation
 * @param noInterpretation why there is none, empty where there is one
 * @param openness under which conditions the data is open; counts where the reach is open data
 */
public record Statement(
        @Nullable Mode mode,
        @Nullable Integer article,
        String groundNote,
        String reviewer,
        @Nullable Interpretation interpretation,
        String interpretedBy,
        String noInterpretation,
        Reach reach,
        Openness openness) {

    /** Nothing is stated yet. */
    public static final Statement EMPTY =
            new Statement(null, null, "", "", null, "", "", Reach.OPEN_DATA, Openness.UNCONDITIONAL);

    /** The mode of disclosure (公开方式): 政府信息公开条例 art. 13 to 16. */
    public enum Mode {
        /** 主动公开. */
        PROACTIVE("主动公开", List.of(19, 20, 21)),
        /** 依申请公开. */
        ON_REQUEST("依申请公开", List.of(13, 27)),
        /** 不予公开. */
        NOT_DISCLOSED("不予公开", List.of(14, 15, 16));

        private final String word;
        private final List<Integer> articles;

        Mode(String word, List<Integer> articles) {
            this.word = word;
            this.articles = articles;
        }

        /** The term of the Regulation, as records have it. */
        public String word() {
            return word;
        }

        /** Articles of the Regulation that can be its ground. */
        public List<Integer> articles() {
            return articles;
        }
    }

    /** The interpretation (解读) that goes with a policy document. */
    public enum Interpretation {
        /** A file of the submission. */
        ENCLOSED,
        /** It will follow. */
        TO_FOLLOW,
        /** None, for the reason stated. */
        NONE
    }

    /** The open attribute (开放属性). */
    public enum Openness {
        /** 无条件开放. */
        UNCONDITIONAL,
        /** 有条件开放. */
        CONDITIONAL,
        /** 不予开放. */
        CLOSED
    }

    /** How far its documents may travel: what is closed as data is no open data, whatever the reach. */
    public Terms terms() {
        return switch (reach) {
            case PAGE -> Terms.PAGE;
            case SEARCH_ENGINES -> Terms.SEARCH_ENGINES;
            case OPEN_DATA ->
                switch (openness) {
                    case UNCONDITIONAL -> Terms.OPEN;
                    case CONDITIONAL -> Terms.CONDITIONAL;
                    case CLOSED -> Terms.SEARCH_ENGINES;
                };
        };
    }

    /** What was chosen and who stands for it, without the sentences that were written to it. */
    Statement withoutWords() {
        return new Statement(mode, article, "", reviewer, interpretation, interpretedBy, "", reach, openness);
    }

    /** What is missing or does not fit together, by stable words; empty when it can be confirmed. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (mode == null) {
            problems.add("mode.missing");
        } else if (article == null) {
            problems.add("ground.missing");
        } else if (!mode.articles().contains(article)) {
            problems.add("ground.unfit");
        }
        if (reviewer.isBlank()) {
            problems.add("reviewer.missing");
        }
        if (interpretation == null) {
            problems.add("interpretation.missing");
        } else if (interpretation == Interpretation.NONE && noInterpretation.isBlank()) {
            problems.add("interpretation.reason-missing");
        } else if (interpretation != Interpretation.NONE && interpretedBy.isBlank()) {
            problems.add("interpretation.person-missing");
        }
        if (reach == Reach.OPEN_DATA && openness == Openness.CLOSED) {
            problems.add("reach.closed");
        }
        return problems;
    }
}
