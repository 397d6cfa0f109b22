package io.hourshare.web;

import static io.hourshare.access.Permission.ADMINISTER;
import static io.hourshare.access.Permission.AUDIT;
import static io.hourshare.access.Permission.READ_CASES;
import static io.hourshare.access.Permission.READ_OPERATIONS;
import static io.hourshare.access.Permission.READ_PROFILE;
import static io.hourshare.access.Permission.REVIEW_IDENTITY;
import static io.hourshare.access.Permission.RUN;
import static io.hourshare.access.Permission.VERIFY;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The main menu: what somebody may open, and where they are. */
public final class Menu {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/", "企业检索", READ_PROFILE),
            new Entry("/console", "时效", READ_OPERATIONS),
            new Entry("/console/slots", "时段", READ_OPERATIONS),
            new Entry("/console/hours/latest", "平衡表", READ_OPERATIONS),
            new Entry("/console/holds", "待处理", READ_OPERATIONS),
            new Entry("/console/quality", "质量", READ_OPERATIONS),
            new Entry("/console/runs", "运行", READ_OPERATIONS),
            new Entry("/console/snapshots", "快照", READ_OPERATIONS),
            new Entry("/console/upload", "上传", RUN),
            new Entry("/console/quarantine", "退回", READ_OPERATIONS),
            new Entry("/console/retention", "留存", READ_OPERATIONS),
            new Entry("/console/timeliness", "及时率", READ_OPERATIONS),
            new Entry("/console/identity", "身份", REVIEW_IDENTITY),
            new Entry("/console/questions", "一事一查", READ_CASES),
            new Entry("/console/corrections", "校核", READ_CASES),
            new Entry("/console/verification", "核验", VERIFY),
            new Entry("/console/audit", "审计", AUDIT),
            new Entry("/console/users", "用户", ADMINISTER));

    private Menu() {}

    private record Entry(String path, String title, Permission needed) {}

    /** A link, and whether the page is below it. */
    public record Link(String path, String title, boolean current) {}

    static List<Link> of(@Nullable Caller caller, String path) {
        List<Entry> open = caller == null
                ? List.of()
                : ENTRIES.stream().filter(entry -> caller.may(entry.needed())).toList();
        Optional<Entry> here = open.stream()
                .filter(entry -> covers(entry.path(), path))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
        return open.stream()
                .map(entry -> new Link(
                        entry.path(), entry.title(), here.filter(entry::equals).isPresent()))
                .toList();
    }

    private static boolean covers(String entry, String path) {
        String stem = entry.replace("/latest", "");
        return path.equals(stem)
                || entry.length() > 1 && path.startsWith(stem + "/")
                || entry.equals("/") && path.startsWith("/enterprises/");
    }
}
