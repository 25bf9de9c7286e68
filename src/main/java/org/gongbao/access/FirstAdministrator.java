package org.gongbao.access;

import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first administrator in: where no account exists, each start of the service prints a one-time link. There is no
 * default password.
 */
public final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Database database;
    private final Accounts accounts;
    private final Links links;
    private final GongbaoSettings settings;

    FirstAdministrator(Database database, Accounts accounts, Links links, GongbaoSettings settings) {
        this.database = database;
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
    }

    /** Prints the link, if it is needed; older ones no longer work. */
    public void invite() {
        if (accounts.isEmpty()) {
            LOG.info("No account exists yet. Make the first administrator, once, at {}{}", settings.base(), path());
        }
    }

    /** The path of a new link. */
    public String path() {
        return "/desk/setup/" + database.write(sql -> links.issue(sql, null));
    }
}
