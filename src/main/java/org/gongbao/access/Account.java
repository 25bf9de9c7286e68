package org.gongbao.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account (账号) without its secrets.
 *
 * @param id opaque and never used again
 * @param signInName what its owner types, in small letters
 * @param name as the desk shows it
 * @param hasPassword whether it signs in here; one of an OpenID provider does not
 * @param lockedUntil end of a lock after failed tries
 * @param mustChange whether the password has to be changed at the next sign-in
 * @param epoch grows with every change after which open sessions must end
 */
public record Account(
        String id,
        String signInName,
        String name,
        @Nullable String department,
        Set<Role> roles,
        State state,
        boolean hasPassword,
        boolean hasSecondFactor,
        @Nullable Instant lockedUntil,
        @Nullable Instant passwordAt,
        boolean mustChange,
        int epoch) {

    /** Whether it can be used. */
    public enum State {
        /** Its owner has not yet set a password. */
        INVITED,
        ACTIVE,
        /** By the security administrator, until unlocked. */
        LOCKED
    }

    /** How the sign-in names of accounts of a provider begin; no local one can. */
    static final String PROVIDER = "provider:";

    /** One that has neither password nor second factor yet. */
    static Account made(
            String id, String signInName, String name, @Nullable String department, Set<Role> roles, State state) {
        return new Account(id, signInName, name, department, roles, state, false, false, null, null, false, 0);
    }

    /** Whether it signs in at a provider, which also says its roles. */
    public boolean isOfProvider() {
        return signInName.startsWith(PROVIDER);
    }

    public Person person() {
        return new Person(id, name, department, roles);
    }

    public boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
