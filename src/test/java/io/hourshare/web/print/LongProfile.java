package io.hourshare.web.print;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An enterprise with so many permits that printing all of them takes three pages. */
final class LongProfile {

    private static final int PERMITS = 60;

    private LongProfile() {}

    /** What tells the first, a middle and the last line of the print. */
    static List<String> lines() {
        return List.of("许可编号XK-1", "许可编号XK-" + PERMITS / 2, "许可编号XK-" + PERMITS);
    }

    static String document(String id) {
        String permits =
                IntStream.rangeClosed(1, PERMITS).mapToObj(LongProfile::permit).collect(Collectors.joining(","));
        return """
                {"enterprise_id":"%s","uscc":null,"name":"示范县长卷贸易有限公司","in_park":true,"fields":{},"conflicts":[],
                "satellites":{"licence":[%s]},"names":[]}""".formatted(id, permits);
    }

    private static String permit(int number) {
        return """
                {"cert_name":"食品经营许可证","cert_no":"XK-%d","content":"预包装食品（含冷藏冷冻食品）销售、特殊食品销售",
                "decision_date":"2024-05-06","valid_to":"2029-05-05","authority":"示范县市场监督管理局","status":"VALID",
                "_source":{"feed":"credit.licence","source_time":"2026-11-19T08:00:00Z","position":{}}}""".formatted(number);
    }
}
