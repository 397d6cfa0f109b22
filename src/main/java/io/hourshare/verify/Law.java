package io.hourshare.verify;

/** What must hold of the files at any moment; the numbers are those of the architecture. */
public enum Law {
    BYTES(1, "落地字节：每个落地文件与留存目录的长度与摘要等于日志所记", "请从备份恢复该文件；无备份时对该时段执行重新拉取（repull）"),
    ROWS(2, "行数：收到 = 入库 + 退回 + 重复 + 剔除", "请对该数据源与时段执行重跑（rerun）；仍不符时把本报告交平台维护人员"),
    ASSIGNMENTS(3, "归属：每条入库记录恰有一个归属，或在待认领中", "请删除所列身份文件后触发一次发布，身份会从入库记录重新算出"),
    ENTITIES(4, "主体：归属、曾用名、编号都指向一个存在的企业", "请删除所列身份文件后触发一次发布，身份会从入库记录重新算出"),
    EVIDENCE(5, "出处：每个取值恰有一个出处，按位置与规则可再得该值", "请对该数据源与时段执行重跑（rerun）并再次发布；仍不符时回退到较早的快照"),
    VERSIONS(6, "版本：快照序号只升不降，所发布的文件未被改动", "请回退到较早的快照，或触发一次发布重建；被改动的文件请留存备查"),
    WINDOWS(7, "时段：逐小时相接，不缺不叠，各有状态", "缺口会自动补数；超过一天仍缺的，请执行补数（backfill）或豁免（waive）"),
    ONCE(8, "唯一：每个时段、每版目录只采用一个结果", "请对该数据源与时段执行重跑（rerun）；日志请留存备查"),
    REPLAY(9, "重放：从落地字节重算，文件逐字节相等", "请删除所列文件后对该时段执行重跑（rerun）"),
    CHAIN(10, "日志：逐行相扣，改动、删除、调换都能发现", "请从备份恢复该日志文件，其余数据保持不动；服务仍提供最后一个好的快照");

    private final int number;
    private final String title;
    private final String remedy;

    Law(int number, String title, String remedy) {
        this.number = number;
        this.title = title;
        this.remedy = remedy;
    }

    public int number() {
        return number;
    }

    /** What it says, for people. */
    public String title() {
        return title;
    }

    /** What to do where it is broken. */
    public String remedy() {
        return remedy;
    }
}
