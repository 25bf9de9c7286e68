package org.gongbao.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of the embedded database as it is at one moment, taken while its owner goes on writing. It is one file without free
 * pages, so that nothing of deleted rows is in it.
 */
public final class DatabaseCopy implements AutoCloseable {

    private static final String READING = "open_mode=1&busy_timeout=20000";

    private final SingleConnectionDataSource source;
    private final JdbcClient sql;

    private DatabaseCopy(Path file, String options) {
        this.source = new SingleConnectionDataSource("jdbc:sqlite:" + file + "?" + options, true);
        this.sql = JdbcClient.create(source);
    }

    /**
     * Copies a database by a connection that only reads.
     *
     * @param target a file that is not there yet
     */
    public static DatabaseCopy take(Path database, Path target) {
        try (Connection reading = DriverManager.getConnection("jdbc:sqlite:" + database + "?" + READING);
                PreparedStatement copy = reading.prepareStatement("vacuum into ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(database + " cannot be copied: " + e.getMessage(), e);
        }
        return new DatabaseCopy(target, "secure_delete=on");
    }

    /** Looks into a copy that was taken earlier, or into the database itself, by a connection that only reads. */
    public static DatabaseCopy look(Path file) {
        return new DatabaseCopy(file, READING);
    }

    /** The tables of the copy; what is changed in them is changed in the copy alone. */
    public JdbcClient sql() {
        return sql;
    }

    /** Rewrites the copy after rows were changed, so that nothing of what they said before is left. */
    public void compact() {
        sql.sql("vacuum").update();
    }

    @Override
    public void close() {
        source.destroy();
    }
}
