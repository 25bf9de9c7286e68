package org.gongbao.web.desk;

/** Names of files as browsers and machines give them, made into names that a listing can show: no folders, no controls. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = last.codePoints()
                .filter(c -> Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.isEmpty() || shown.equals(".") || shown.equals("..") ? "file" : shown;
    }

    /** The same with a number before its ending. */
    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? name + " (" + number + ")"
                : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }
}
