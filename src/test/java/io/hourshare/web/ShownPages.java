package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.DriftChange;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.FeedPaused;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.web.console.ReturnedTown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page, and data that leaves none of them empty. */
final class ShownPages {

    /** What people and sources say in these data. */
    static final List<String> SAID = List.of(
            "映射改好后重跑",
            "住建平台 30 秒没有应答；稍后自动重试，仍不通请联系平台值班",
            "退回 41 %，超过容许的 30 %；请核对对照表后重跑",
            "夜班",
            "住建平台停机维护",
            "税务专线夜里断过两次，已联系",
            "企业当面反映有误",
            "小型",
            "工业",
            "排污许可证",
            "道路运输经营许可证",
            "出口退税备案状态",
            "窗口办事需要",
            "注册资本的单位与以往不同，缺经营期限至一列",
            "经营期限至",
            "中位数 100",
            "中位数 1,000,000",
            "没有这样的名称",
            "2023 年",
            "2024 年第一批",
            "浙（2018）平湖市不动产权第0012345号",
            "兴平二路 88 号 3 号厂房",
            "平湖市当湖街道新华北路 12 号",
            "示范县旧路 1 号");

    private ShownPages() {}

    static void fill(ServingApplication application) throws Exception {
        application.snapshots().publish(17, ShownTown::fill);
        Journal journal = application.context().getBean(Journal.class);
        ShownHours.journal(journal);
        ReturnedTown.deliver(application.context());
        HourWindow hour = HourWindow.parse("2026-11-22T02Z");
        journal.append(
                new RunRequested("run-shown", "RERUN", List.of("tax.registration"), hour, hour, "演示", "映射改好后重跑", null));
        drift(journal, HourWindow.parse("2026-11-22T03Z"));
        FeedId paused = FeedId.parse("housing.completion");
        journal.append(new FeedPaused(paused, Instant.parse("2026-11-22T10:00:00Z"), "夜班", "住建平台停机维护"));
        application.get("/api/v1/enterprises/" + ShownTown.FULL);
        CaseDesk desk = application.context().getBean(CaseDesk.class);
        Caller clerk = new Caller("夜班", Role.OPERATOR);
        desk.open("handover", Map.of("note", "税务专线夜里断过两次，已联系"), "交接班", clerk);
        desk.open("correction", Map.of("enterprise", ShownTown.FULL, "field", "address"), "企业当面反映有误", clerk);
        Map<String, String> asked = Map.of("enterprise", ShownTown.FULL, "department", "tax", "item", "出口退税备案状态");
        desk.open("question", asked, "窗口办事需要", clerk);
    }

    private static void drift(Journal journal, HourWindow hour) {
        FeedId feed = FeedId.parse("market-regulation.registration");
        Digest delivery = Digest.of("drifted");
        journal.append(new DeliveryLanded(feed, hour, delivery, List.of(), null, null, null, false));
        journal.append(new DriftSeen(
                feed,
                hour,
                delivery,
                List.of(
                        new DriftChange("UNIT", "REGCAP", "注册资本", "中位数 100", "中位数 1,000,000", true),
                        new DriftChange("REMOVED", "OPTO", "经营期限至", "有", "无", true))));
        journal.append(new SlotHeld(feed, hour, "SCHEMA_DRIFT", "注册资本的单位与以往不同，缺经营期限至一列"));
    }

    /** By name. */
    static Map<String, String> all() {
        String held = "/console/hours/2026-11-22T02Z/feeds/" + ReturnedTown.FEED;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("search", "/");
        pages.put("found", "/?q=changan");
        pages.put("slip", "/?q=9133O482MA2BXK7N3H");
        pages.put("nothing", "/?q=" + ServingApplication.encoded("没有这样的名称"));
        pages.put("enterprise", "/enterprises/" + ShownTown.FULL);
        pages.put("sparse", "/enterprises/" + ShownTown.SPARSE);
        pages.put("doubt", "/enterprises/" + ShownTown.FULL + "/fields/address/doubt");
        pages.put("ask", "/enterprises/" + ShownTown.FULL + "/ask");
        pages.put("print", "/enterprises/" + ShownTown.FULL + "/print");
        pages.put("freshness", "/console");
        pages.put("slots", "/console/slots?hours=72");
        pages.put("hour", "/console/hours/latest");
        pages.put("slot", held);
        pages.put("failure", "/console/hours/2026-11-21T21Z/feeds/housing.completion");
        pages.put("holds", "/console/holds");
        pages.put("runs", "/console/runs");
        pages.put("run", "/console/runs/run-shown");
        pages.put("new-run", "/console/new-run");
        pages.put("upload", "/console/upload");
        pages.put("quarantine", "/console/quarantine");
        pages.put("timeliness", "/console/timeliness");
        pages.put("identity", "/console/identity");
        pages.put("quality", "/console/quality");
        pages.put("feed", "/console/feeds/tax.registration");
        pages.put("replay", "/console/feeds/tax.credit-rating/replay");
        pages.put("verification", "/console/verification");
        pages.put("snapshots", "/console/snapshots");
        pages.put("corrections", "/console/corrections");
        pages.put("questions", "/console/questions");
        pages.put("audit", "/console/audit");
        pages.put("users", "/console/users");
        pages.put("account", "/account");
        return pages;
    }
}
