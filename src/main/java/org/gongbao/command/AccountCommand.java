package org.gongbao.command;

import org.gongbao.access.AccessRefusedException;
import org.gongbao.access.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be done for an account of the desk from the machine alone. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "reset-factor",
        description = {
            "Gives an account back to its owner who lost the second factor, where no security administrator can do that.",
            "It is in the audit trail."
        })
final class AccountCommand {

    private final Settings settings;

    AccountCommand(Settings settings) {
        this.settings = settings;
    }

    @Command(
            name = "reset-factor",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a one-time link with which the owner sets a new password and a new second factor.",
                "Both old ones and the recovery codes stop working at once, and all sessions of the account end."
            })
    int resetFactor(@Parameters(paramLabel = "LOGIN", description = "the name that is typed to sign in") String login) {
        try (Store store = Store.people(settings)) {
            System.out.println(
                    settings.gongbao().base() + store.get(Recovery.class).path(login));
            return 0;
        } catch (AccessRefusedException e) {
            throw new IllegalArgumentException(
                    e.code().equals("provider")
                            ? login + " signs in at a provider; its second factor is reset there"
                            : "there is no account " + login,
                    e);
        }
    }
}
