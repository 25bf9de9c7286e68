package org.gongbao.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts (操作人).
 *
 * @param id opaque and never used again; what the audit trail and every decision keep
 * @param name as the desk shows it
 * @param department whose documents the person sees; null for the gazette office and administrators
 */
public record Person(String id, String name, @Nullable String department, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
        if (!Role.mayBeTogether(roles)) {
            throw new IllegalArgumentException("the roles are " + roles + ", which one person may not have together");
        }
        if (department == null && roles.stream().anyMatch(Role::isOfDepartment)) {
            throw new IllegalArgumentException("the roles are " + roles + ", which need a department");
        }
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the person belongs to the gazette office. */
    public boolean isOfOffice() {
        return roles.stream().anyMatch(Role::isOfOffice);
    }
}
