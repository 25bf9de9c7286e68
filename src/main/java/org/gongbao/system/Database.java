package org.gongbao.system;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database: SQLite in one file, or PostgreSQL by one setting, with the same SQL.
 *
 * <p>SQLite has one writer connection (transactions begin IMMEDIATE) and a pool of readers. What is deleted there
 * is overwritten. A transaction never spans
 * parsing or a call to another machine.
 */
public final class Database implements AutoCloseable {

    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final TransactionTemplate transactions;
    private final JdbcClient writer;
    private final JdbcClient reader;
    private final boolean isSqlite;

    private Database(HikariDataSource writing, HikariDataSource reading, String vendor) {
        this.writing = writing;
        this.reading = reading;
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(writing));
        this.writer = JdbcClient.create(writing);
        this.reader = JdbcClient.create(reading);
        this.isSqlite = vendor.equals("sqlite");
        try {
            Flyway.configure()
                    .dataSource(writing)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens the database of a JDBC address, and brings its tables up to date. */
    public static Database open(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            String options = (url.contains("?") ? "&" : "?")
                    + "journal_mode=WAL&synchronous=FULL&busy_timeout=20000&foreign_keys=on&secure_delete=on";
            return new Database(
                    pool(url + options + "&transaction_mode=IMMEDIATE", 1), pool(url + options, 4), "sqlite");
        }
        if (url.startsWith("jdbc:postgresql:")) {
            HikariDataSource pool = pool(url, 10);
            return new Database(pool, pool, "postgresql");
        }
        throw new IllegalArgumentException(
                "gongbao.database.url is " + url + ", expected jdbc:sqlite:… or jdbc:postgresql:…");
    }

    /** The JDBC address of the embedded database: one file in the data folder. */
    public static String embedded(DataFolder folder) {
        return "jdbc:sqlite:" + folder.file("gongbao.db");
    }

    private static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(30_000);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    /** Runs a change as one transaction: all of it, or nothing where it throws. Nested calls join. */
    public <T> T write(Function<JdbcClient, T> change) {
        return transactions.execute(status -> change.apply(writer));
    }

    /**
     * Rewrites the files of the database, so that nothing of deleted rows is left in them. No transaction may be open.
     *
     * @return false where SQLite's write-ahead log could not be emptied, since somebody reads an earlier state of it
     */
    public boolean compact() {
        if (isSqlite) {
            writer.sql("vacuum").update();
            return settle();
        }
        writer.sql("vacuum full").update();
        return true;
    }

    /**
     * Brings SQLite's write-ahead log into the file of the database and empties it, so that neither holds what the rows changed
     * last held before. Waits for those who read. No transaction may be open. PostgreSQL clears such rows by itself (autovacuum);
     * its own log is its operator's.
     *
     * @return false where somebody read an earlier state for too long
     */
    public boolean settle() {
        return !isSqlite
                || writer.sql("pragma wal_checkpoint(truncate)")
                                .query((row, number) -> row.getInt("busy"))
                                .single()
                        == 0;
    }

    /** For reading what is committed. */
    public JdbcClient read() {
        return reader;
    }

    DataSource dataSource() {
        return writing;
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
