package org.gongbao.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.TestClock;

/** All of access over a database of its own, with a clock that stands until it is moved. */
final class AccessWorld implements AutoCloseable {

    static final String PASSWORD = "Plum-blossom 7 rivers";

    final TestClock clock = new TestClock();
    final Database database;
    final Trail trail;
    final Accounts accounts;
    final Credentials credentials;
    final SignIn signIn;
    final FirstAdministrator first;
    final Recovery recovery;

    AccessWorld(Path folder, String url, PasswordPolicy policy) {
        DataFolder data = new DataFolder(folder);
        database = Database.open(url);
        trail = new Trail(database, clock);
        Links links = new Links(database, clock, Duration.ofHours(24));
        Passwords passwords = new Passwords();
        KeyBox keys = new KeyBox(data.folder("keys"));
        accounts = new Accounts(database, trail, links, clock);
        credentials = new Credentials(database, trail, links, passwords, keys, policy, clock);
        signIn = new SignIn(database, trail, passwords, keys, policy, clock);
        recovery = new Recovery(database, trail, links);
        first = new FirstAdministrator(
                database,
                accounts,
                links,
                new GongbaoSettings(
                        folder,
                        java.net.URI.create("http://localhost:8080"),
                        ZoneId.of("Asia/Shanghai"),
                        "云州",
                        false,
                        null));
    }

    static AccessWorld embedded(Path folder) {
        return embedded(folder, PasswordPolicy.DEFAULT);
    }

    static AccessWorld embedded(Path folder, PasswordPolicy policy) {
        return new AccessWorld(folder, Database.embedded(new DataFolder(folder)), policy);
    }

    String firstToken() {
        return first.path().substring("/desk/setup/".length());
    }

    Person administrator() {
        return credentials.makeFirst(firstToken(), "first", "第一位", PASSWORD).person();
    }

    Account editor(Person administrator, String name) {
        return credentials.accept(accounts.invite(administrator, name, "编辑甲", null, Set.of(Role.EDITOR)), PASSWORD);
    }

    @Override
    public void close() {
        database.close();
    }
}
