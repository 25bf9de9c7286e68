package org.gongbao.bulk;

/**
 * A column of a table in releases, for readers and for the descriptions that machines read.
 *
 * @param type what its cells hold
 * @param chinese what it means
 */
record Column(String name, Type type, String chinese, String english) {

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
        return new Column(name, Type.TEXT, chinese, english);
    }

    static Column integer(String name, String chinese, String english) {
        return new Column(name, Type.INTEGER, chinese, english);
    }

    static Column decimal(String name, String chinese, String english) {
        return new Column(name, Type.DECIMAL, chinese, english);
    }

    static Column date(String name, String chinese, String english) {
        return new Column(name, Type.DATE, chinese, english);
    }

    static Column time(String name, String chinese, String english) {
        return new Column(name, Type.TIME, chinese, english);
    }
}
