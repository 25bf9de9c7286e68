package org.gongbao.access;

import java.util.Map;
import org.gongbao.system.Database;

/**
 * The way back for who lost the second factor and has no other security administrator to ask: whoever can run commands on the
 * machine gives the account a one-time link. Until that is used, neither the password nor a code opens the account.
 */
public final class Recovery {

    /** In the trail: not a person of the desk, but who has the machine. */
    private static final String MACHINE = "machine";

    private final Database database;
    private final Trail trail;
    private final Links links;

    Recovery(Database database, Trail trail, Links links) {
        this.database = database;
        this.trail = trail;
        this.links = links;
    }

    /**
     * Forgets password, second factor, recovery codes and a lock after failed tries; open sessions end. A lock by an
     * administrator stays.
     *
     * @return the path of a link with which the owner sets both anew
     * @throws AccessRefusedException {@code unknown} for no account, {@code provider} for one that signs in elsewhere
     */
    public String path(String signInName) {
        return database.write(sql -> {
            Account account = AccountRows.named(sql, Accounts.plain(signInName))
                    .orElseThrow(() -> new AccessRefusedException("unknown"));
            if (account.isOfProvider()) {
                throw new AccessRefusedException("provider");
            }
            sql.sql("delete from recovery_code where account = ?")
                    .param(account.id())
                    .update();
            sql.sql("update account set password = null, second_factor = null, failed = 0, locked_until = null,"
                            + " epoch = epoch + 1 where id = ?")
                    .param(account.id())
                    .update();
            trail.append(sql, MACHINE, "account.recover", account.id(), Map.of());
            return "/desk/invitation/" + links.issue(sql, account.id());
        });
    }
}
