package org.gongbao.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Section;

/** Builds a tree of sections from labels in reading order; a label of a deeper rank hangs below the one before it. */
final class SectionTree {

    private static final int CHAPTER = 20;

    private final Node root = new Node(-1, 0, null, "");
    private final Deque<Node> path = new ArrayDeque<>(List.of(root));

    /** The ordinal of the last section of each rank below the open ones. */
    private final Map<Integer, Integer> last = new HashMap<>();

    private boolean closed;

    private static final class Node {
        private final int rank;
        private final int level;
        private final String label;
        private final String heading;
        private final StringBuilder text = new StringBuilder();
        private final List<Node> children = new ArrayList<>();

        private Node(int rank, int level, @org.jspecify.annotations.Nullable String label, String heading) {
            this.rank = rank;
            this.level = level;
            this.label = label == null ? "" : label;
            this.heading = heading;
        }

        private Section section() {
            return new Section(
                    label,
                    level,
                    heading.isEmpty() ? null : heading,
                    text.toString(),
                    children.stream().map(Node::section).toList());
        }
    }

    /** A label of the rank may come now: the next in its row, or the first of a new row. */
    boolean mayFollow(int rank, int ordinal) {
        int before = last.getOrDefault(rank, 0);
        return ordinal == before + 1 || ordinal == before + 2 || before == 0 && ordinal <= 3;
    }

    boolean skips(int rank, int ordinal) {
        return ordinal != last.getOrDefault(rank, 0) + 1 && last.containsKey(rank);
    }

    void open(int rank, int level, String label, int ordinal, String heading, String text) {
        if (ordinal == 1 && rank <= CHAPTER && isTableOfContents(root)) {
            root.children.clear();
            path.clear();
            path.push(root);
            last.clear();
        }
        while (path.size() > 1 && top().rank >= rank) {
            path.pop();
        }
        Node node = new Node(rank, Math.max(level, top().level + 1), label, heading);
        node.text.append(text);
        top().children.add(node);
        path.push(node);
        last.keySet().removeIf(other -> other > rank && !runsOn(other));
        last.put(rank, ordinal);
        closed = false;
    }

    /** Chapters without any text, before the first chapter comes again, are a table of contents (目录). */
    private static boolean isTableOfContents(Node node) {
        return node.children.size() > 1
                && node.children.stream()
                        .allMatch(child -> child.rank <= 30
                                && child.text.isEmpty()
                                && (child.children.isEmpty() || isHeadings(child)));
    }

    private static boolean isHeadings(Node node) {
        return node.children.stream()
                .allMatch(child -> child.rank <= 30 && child.text.isEmpty() && child.children.isEmpty());
    }

    /** Articles run on through chapters; everything else starts again. */
    private static boolean runsOn(int rank) {
        return rank == 50;
    }

    /** Text behind a heading; what comes after the signature belongs to no section. */
    void text(String line) {
        if (!closed && path.size() > 1) {
            StringBuilder text = top().text;
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(line);
        }
    }

    void close() {
        closed = true;
    }

    List<Section> sections() {
        return root.children.stream().map(Node::section).toList();
    }

    private Node top() {
        return path.getFirst();
    }
}
