package org.gongbao.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a person may be at the desk (角色). The three administrators (三员) exclude each other and every role of the work
 * itself, so that nobody who keeps the system, its accounts or its trail has a hand in what is published.
 */
public enum Role {
    /** 报送员: hands in documents of a department. */
    SUBMITTER,
    /** 部门审核人: approves in the department what is handed in. */
    DEPARTMENT_APPROVER,
    /** 编辑: corrects, reviews and lays out at the gazette office. */
    EDITOR,
    /** 主编: has the last review, publishes, and takes down. */
    CHIEF_EDITOR,
    /** 隐私审查员: decides on personal data. */
    PRIVACY_REVIEWER,
    /** 系统管理员: keeps the system running. */
    SYSTEM_ADMINISTRATOR,
    /** 安全管理员: keeps accounts, roles and tokens. */
    SECURITY_ADMINISTRATOR,
    /** 审计管理员: reads the audit trail. */
    AUDIT_ADMINISTRATOR;

    private static final Set<Role> DEPARTMENT = EnumSet.of(SUBMITTER, DEPARTMENT_APPROVER);
    private static final Set<Role> OFFICE = EnumSet.of(EDITOR, CHIEF_EDITOR, PRIVACY_REVIEWER);

    /** The word used in the database and in settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where no role has this code */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether who has it belongs to a department and sees that department's documents alone. */
    public boolean isOfDepartment() {
        return DEPARTMENT.contains(this);
    }

    /** Whether who has it belongs to the gazette office. */
    public boolean isOfOffice() {
        return OFFICE.contains(this);
    }

    public boolean isAdministrator() {
        return !isOfDepartment() && !isOfOffice();
    }

    /** Whether one person may have all of these roles. */
    public static boolean mayBeTogether(Set<Role> roles) {
        long administrators = roles.stream().filter(Role::isAdministrator).count();
        boolean department = roles.stream().anyMatch(Role::isOfDepartment);
        boolean office = roles.stream().anyMatch(Role::isOfOffice);
        return administrators == 0 ? !(department && office) : administrators == 1 && roles.size() == 1;
    }
}
