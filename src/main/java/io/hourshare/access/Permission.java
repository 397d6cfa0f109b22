package io.hourshare.access;

/** One thing that a caller may be allowed to do. */
public enum Permission {
    READ_PROFILE("查询企业画像"),
    READ_MASKED("查看脱敏值"),
    READ_RESTRICTED("查看受限字段（须填事由）"),
    READ_OPERATIONS("查看时效与运行"),
    RUN("补数、重跑与发布"),
    REPORT_ERROR("提交纠错"),
    READ_CASES("查看台账"),
    HANDLE_CASES("办理台账"),
    REVIEW_IDENTITY("核对企业身份"),
    DOWNLOAD("下载分析文件"),
    AUDIT("查阅审计记录"),
    VERIFY("核验数据与导出证据"),
    ADMINISTER("管理用户与密钥");

    private final String title;

    Permission(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }
}
