package org.gongbao.bulk;

/**
 * A column of a table in releases, for readers and for the descriptions that machines read.
 *
 * @param type what its cells hold
 * @param isList whether a cell holds several values, separated by {@value #SEPARATOR}
 * @param chinese what it means
 */
record Column(String name, Type type, boolean isList, String chinese, String english) {

    /** Stands between the values of one cell. */
    static final String SEPARATOR = ";";

    /** What the cells of a column hold; an empty cell is no value. The names of CSVW and of Frictionless differ. */
    enum Type {
        TEXT("string", "string"),
        INTEGER("integer", "integer"),
        DECIMAL("decimal", "number"),
        DATE("date", "date"),
        TIME("dateTime", "string");

        final String csvw;
        final String frictionless;

        Type(String csvw, String frictionless) {
            this.csvw = csvw;
            this.frictionless = frictionless;
        }
    }

    static Column text(String name, String chinese, String english) {
        return new Column(name, Type.TEXT, false, chinese, english);
    }

    static Column texts(String name, String chinese, String english) {
        return new Column(name, Type.TEXT, true, chinese, english);
    }

    static Column integer(String name, String chinese, String english) {
        return new Column(name, Type.INTEGER, false, chinese, english);
    }

    static Column decimal(String name, String chinese, String english) {
        return new Column(name, Type.DECIMAL, false, chinese, english);
    }

    static Column date(String name, String chinese, String english) {
        return new Column(name, Type.DATE, false, chinese, english);
    }

    static Column time(String name, String chinese, String english) {
        return new Column(name, Type.TIME, false, chinese, english);
    }
}
