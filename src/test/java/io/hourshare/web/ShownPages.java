package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.review.AskedQuestions;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.DriftChange;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.FeedPaused;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.StageDone;
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
            "经营期限至",
            "登记序号不重复",
            "有税号或代码",
            "平湖宏大电子",
            "平湖洪达电子",
            "平湖市宏达电子有限公司",
            "王某",
            "人民路1",
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
        quality(journal);
        AskedQuestions.ask(application.context());
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
                        new DriftChange("UNIT", "REGCAP", "注册资本", "中位数 100", "中位数 1000000（10000 倍）", true),
                        new DriftChange("REMOVED", "OPTO", "经营期限至", "95% 的记录有值", "没有这一列的内容", true))));
        journal.append(new SlotHeld(
                feed,
                hour,
                "SCHEMA_DRIFT",
                "REGCAP：原先 中位数 100，现在 中位数 1000000（10000 倍）；OPTO：原先 95% 的记录有值，现在 没有这一列的内容。"
                        + "确认后接受这一批；若今后都如此，请修改契约再重跑；否则退回"));
    }

    /** Of the first feed's three rules one is broken. */
    private static void quality(Journal journal) {
        journal.append(new StageDone(
                "quality:tax.registration",
                Digest.of("quality"),
                List.of(),
                Map.of("rows", 1_200L, "q1", 1_200_000_000L, "q2", 3_000_000L, "q3", 0L)));
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
        pages.put("past", "/enterprises/" + ShownTown.FULL + "?asOf=2026-11-22T11:00");
        pages.put("missing", "/enterprises/HS-NONE");
        pages.put("no-page", "/no-such-page");
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
        pages.put(
                "plan",
                "/console/new-run?verb=RERUN&feed=" + ReturnedTown.FEED
                        + "&from=2026-11-22T02Z&to=2026-11-22T02Z&preview=yes");
        pages.put("upload", "/console/upload");
        pages.put("quarantine", "/console/quarantine");
        pages.put("timeliness", "/console/timeliness");
        pages.put("identity", "/console/identity");
        pages.put("quality", "/console/quality");
        pages.put("feed", "/console/feeds/tax.registration");
        pages.put("replay", "/console/feeds/tax.credit-rating/replay");
        pages.put("verification", "/console/verification");
        pages.put("snapshots", "/console/snapshots");
        pages.put("retention", "/console/retention");
        pages.put("wall", "/console/wall");
        pages.put("corrections", "/console/corrections?department=tax");
        pages.put("questions", "/console/questions");
        pages.put("audit", "/console/audit");
        pages.put("users", "/console/users");
        pages.put("account", "/account");
        pages.put("login", "/login?failed");
        return pages;
    }
}
