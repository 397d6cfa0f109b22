package io.hourshare.pull.session;

import io.hourshare.pull.PullFailedException;
import org.jspecify.annotations.Nullable;

/** Why a pull failed: stable codes, each with what the operator can do. */
public enum PullReason {
    NOT_CONFIGURED("请补齐配置后重试", false),
    ROUTE_BROKEN("请用 hourshare validate 检查路由文件", false),
    SOURCE_UNREACHABLE("请检查网络、地址与端口，或联系来源部门", true),
    SOURCE_TIMEOUT("来源长时间无响应，稍后自动重试；持续出现请联系来源部门", true),
    SOURCE_UNTRUSTED("来源的证书或主机公钥不可信，请联系来源部门核实；不会降级为明文", false),
    SOURCE_REFUSED("请核对账号、密钥与授权期限，或联系来源部门", false),
    SOURCE_BUSY("来源限流，稍后自动重试", true),
    SOURCE_ERROR("来源内部错误，稍后自动重试；持续出现请联系来源部门", true),
    NOT_FOUND("请核对地址，或联系来源部门", false),
    REDIRECTED("拒绝跳转；请把最终地址写进路由", false),
    NOT_DATA("返回的不是数据，请核对地址与登录状态", false),
    EMPTY_ANSWER("返回内容为空，不能当作零行", true),
    MALFORMED("内容不完整或格式错误，稍后自动重试；持续出现请联系来源部门", true),
    TRUNCATED("传输中断，文件不完整，稍后自动重试", true),
    BUSINESS_ERROR("来源返回业务错误，请联系来源部门", false),
    PAGE_REPEATED("分页异常：页码重复或游标循环，请联系来源部门", false),
    TOTAL_CHANGED("读取期间来源数据一直在变，稍后自动重试", false),
    TOTAL_MISMATCH("实收与来源声明的总数不符，请联系来源部门", false),
    TOO_MANY_PAGES("页数超过上限，请核对每页条数或调大 hourshare.pull.pages", false),
    TOO_LARGE("数据量超过上限，请核对来源或调大 hourshare.land 上限", false),
    DEADLINE("超过单次拉取时限，稍后自动重试", false),
    NO_FILE("约定的文件还没有出现，请联系来源部门", false),
    QUERY_FAILED("查询失败，请核对视图与列名及授权", false),
    LANDING_FAILED("本机存储失败，请检查磁盘空间与权限", false),
    UNEXPECTED("未预料的错误，请查看日志", false);

    private final String remedy;
    private final boolean passing;

    PullReason(String remedy, boolean passing) {
        this.remedy = remedy;
        this.passing = passing;
    }

    /** Whether another try of the same call may help. */
    public boolean passing() {
        return passing;
    }

    public PullFailedException failure(String what) {
        return failure(what, null);
    }

    public PullFailedException failure(String what, @Nullable Throwable cause) {
        return new PullFailedException(name(), what + "；" + remedy, cause);
    }
}
