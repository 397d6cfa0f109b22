package io.hourshare.access;

import static io.hourshare.access.Permission.AUDIT;
import static io.hourshare.access.Permission.DOWNLOAD;
import static io.hourshare.access.Permission.HANDLE_CASES;
import static io.hourshare.access.Permission.READ_CASES;
import static io.hourshare.access.Permission.READ_MASKED;
import static io.hourshare.access.Permission.READ_OPERATIONS;
import static io.hourshare.access.Permission.READ_PROFILE;
import static io.hourshare.access.Permission.READ_RESTRICTED;
import static io.hourshare.access.Permission.REPORT_ERROR;
import static io.hourshare.access.Permission.REVIEW_IDENTITY;
import static io.hourshare.access.Permission.RUN;
import static io.hourshare.access.Permission.VERIFY;

import java.util.Set;

/** What somebody is here for; the permissions beside each role are the whole authorisation table. */
public enum Role {
    CLERK("窗口人员", READ_PROFILE, READ_MASKED, REPORT_ERROR, READ_CASES, READ_OPERATIONS),
    OPERATOR("运维人员", READ_PROFILE, REPORT_ERROR, READ_CASES, HANDLE_CASES, READ_OPERATIONS, RUN, VERIFY),
    STEWARD(
            "数据管理员",
            READ_PROFILE,
            READ_MASKED,
            READ_RESTRICTED,
            REPORT_ERROR,
            READ_CASES,
            HANDLE_CASES,
            READ_OPERATIONS,
            REVIEW_IDENTITY,
            DOWNLOAD),
    ANALYST("分析人员", READ_PROFILE, READ_OPERATIONS, DOWNLOAD),
    AUDITOR("审计人员", READ_CASES, READ_OPERATIONS, AUDIT, VERIFY),
    ADMINISTRATOR("系统管理员", Permission.values());

    private final String title;
    private final Set<Permission> permissions;

    Role(String title, Permission... permissions) {
        this.title = title;
        this.permissions = Set.of(permissions);
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
