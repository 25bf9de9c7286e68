package org.gongbao.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of every column of text the decision record says whether erasing takes it. */
class ErasedColumnsTest {

    private static final Path DECISION = Path.of("docs/decisions/0013-what-erasing-leaves.md");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");

    @TempDir
    Path folder;

    @Test
    void everyColumnOfTextIsDecidedUpon() throws IOException {
        assertThat(decided()).isEqualTo(columns());
    }

    private static Map<String, TreeSet<String>> decided() throws IOException {
        Map<String, TreeSet<String>> decided = new TreeMap<>();
        for (String line : Files.readAllLines(DECISION)) {
            Matcher name = NAME.matcher(line);
            if (line.startsWith("| `") && name.find()) {
                TreeSet<String> columns = new TreeSet<>();
                String table = name.group(1);
                while (name.find()) {
                    columns.add(name.group(1));
                }
                decided.put(table, columns);
            }
        }
        return decided;
    }

    private Map<String, TreeSet<String>> columns() {
        Map<String, TreeSet<String>> columns = new TreeMap<>();
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("gongbao.db"))) {
            database.read()
                    .sql("select t.name as owner, c.name as name from sqlite_master t join pragma_table_info(t.name) c"
                            + " where t.type = 'table' and t.name <> 'flyway_schema_history'"
                            + " and (upper(c.type) = 'TEXT' or upper(c.type) like 'VARCHAR%')")
                    .query()
                    .listOfRows()
                    .forEach(row -> columns.computeIfAbsent(String.valueOf(row.get("owner")), key -> new TreeSet<>())
                            .add(String.valueOf(row.get("name"))));
        }
        return columns;
    }
}
