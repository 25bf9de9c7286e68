package org.gongbao.recognition;

import java.util.List;

/** Which column of a task table (任务分解表) holds what, by the words of its header; -1 for none. */
record TaskColumns(int number, int category, int text, List<Integer> units, int measure, int deadline) {

    static TaskColumns of(List<String> header, Profiles profiles) {
        ProfileTable words = profiles.tasks();
        List<Integer> units = new java.util.ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (isOne(header.get(i), words.words("units"))) {
                units.add(i);
            }
        }
        int text = find(header, words.words("text"), units);
        return new TaskColumns(
                find(header, words.words("number"), units),
                find(header, words.words("category"), List.of(text)),
                text,
                List.copyOf(units),
                find(header, words.words("measure"), List.of(text)),
                find(header, words.words("deadline"), units));
    }

    /** A task table names what is to be done and by whom. */
    boolean isTaskTable() {
        return text >= 0 && !units.isEmpty();
    }

    private static int find(List<String> header, List<String> words, List<Integer> taken) {
        int best = -1;
        int length = 0;
        for (int i = 0; i < header.size(); i++) {
            String head = Blanks.remove(header.get(i));
            for (String word : words) {
                if (!taken.contains(i)
                        && (head.equals(word) || head.startsWith(word) || head.endsWith(word))
                        && word.length() > length) {
                    best = i;
                    length = word.length();
                }
            }
        }
        return best;
    }

    private static boolean isOne(String head, List<String> words) {
        String bare = Blanks.remove(head);
        return words.stream()
                .anyMatch(word -> bare.equals(word)
                        || bare.startsWith(word) && bare.length() < word.length() + 8
                        || bare.endsWith(word));
    }
}
