package io.hourshare.verify;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What five systems of a small town deliver for an hour, one in each format: a function of the hour alone, with the
 * usual dirt (a record without key, one said twice, a natural person).
 */
final class TownFiles {

    static final HourWindow START = HourWindow.parse("2026-11-20T00Z");
    private static final Map<FeedId, BiFunction<Integer, Integer, Map<String, byte[]>>> FEEDS = new LinkedHashMap<>();

    static {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // the sources' digits, whatever the test's language
        FEEDS.put(FeedId.parse("park.roster"), TownFiles::roster);
        FEEDS.put(FeedId.parse("market-regulation.registration"), TownFiles::registrations);
        FEEDS.put(FeedId.parse("credit.licence"), TownFiles::licences);
        FEEDS.put(FeedId.parse("tax.credit-rating"), TownFiles::ratings);
        FEEDS.put(FeedId.parse("tax.arrears"), TownFiles::arrears);
    }

    private TownFiles() {}

    static List<FeedId> feeds() {
        return List.copyOf(FEEDS.keySet());
    }

    static HourWindow window(int hour) {
        return HourWindow.containing(START.start().plus(Duration.ofHours(hour)));
    }

    /** Objects by name; the first hour holds everybody, a later one those that changed. */
    static Map<String, byte[]> of(FeedId feed, int hour, int enterprises) {
        return FEEDS.get(feed).apply(hour, enterprises);
    }

    private static Map<String, byte[]> registrations(int hour, int enterprises) {
        StringBuilder text = new StringBuilder();
        String time =
                LocalDateTime.of(2026, 11, 20, 0, 30).plusHours(hour).toString().replace('T', ' ') + ":00";
        for (int number : changed(hour, enterprises)) {
            String row =
                    "{\"PRIPID\":\"P%d\",\"UNISCID\":\"%s\",\"ENTNAME\":\"%s\",\"REGCAP\":\"%d万\",\"ESTDATE\":\"2015-03-%02d\",\"DOM\":\"平湖市当湖街道%d号\",\"NAME\":\"张%s\",\"OPTO\":\"%s\",\"S_EXT_TIMESTAMP\":\"%s\",\"S_EXT_FLAG\":\"U\"}%n"
                            .formatted(
                                    number,
                                    uscc(number),
                                    name(number),
                                    100 + hour,
                                    1 + number % 28,
                                    number,
                                    "三",
                                    number % 3 == 0 ? "长期" : "2035-03-01",
                                    time);
            text.append(row).append(number % 9 == 4 ? row : "");
        }
        text.append("{\"PRIPID\":\"\",\"ENTNAME\":\"无主体代码的企业\",\"S_EXT_TIMESTAMP\":\"%s\"}%n".formatted(time));
        return Map.of("rows-1.jsonl", bytes(text.toString().replace("\r", "")));
    }

    private static Map<String, byte[]> licences(int hour, int enterprises) {
        Map<String, byte[]> pages = new TreeMap<>();
        List<String> items = new ArrayList<>();
        for (int number : changed(hour, enterprises)) {
            items.add(
                    "{\"XK_XDR_MC\":\"%s\",\"XK_XDR_LB\":\"法人及非法人组织\",\"XK_XDR_SHXYM\":\"%s\",\"XK_WSH\":\"平许〔2026〕%d-%d号\",\"XK_NR\":\"食品\\n经营\",\"XK_JDRQ\":\"2026/03/%02d\",\"XK_XKJG\":\"平湖市行政审批局\"}"
                            .formatted(name(number), uscc(number), number, hour, 1 + number % 28));
        }
        int half = items.size() / 2;
        for (int page = 0; page < 2; page++) {
            List<String> some = page == 0 ? items.subList(0, half) : items.subList(half, items.size());
            pages.put(
                    "page-" + (page + 1) + ".json",
                    bytes("{\"code\":200,\"data\":{\"total\":" + items.size() + ",\"list\":[" + String.join(", ", some)
                            + "]}}"));
        }
        return pages;
    }

    private static Map<String, byte[]> ratings(int hour, int enterprises) {
        StringBuilder text = new StringBuilder("NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\r\n");
        for (int number : changed(hour, enterprises)) {
            text.append("%s,\"%s\",2025,%s,%d.5,2026-04-20,平湖市税务局\r\n"
                    .formatted(uscc(number), name(number), "ABCD".charAt((number + hour) % 4), 60 + number % 40));
        }
        return Map.of("rating.csv", text.toString().getBytes(Charset.forName("GBK")));
    }

    private static Map<String, byte[]> arrears(int hour, int enterprises) {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><rows>");
        for (int number : changed(hour, enterprises)) {
            if (number % 5 == 0) {
                text.append(
                        "<row><NSRSBH>%s</NSRSBH><NSRMC>%s</NSRMC><SJLX>欠税公告</SJLX><QSSZ>增值税</QSSZ><QSYE>%d.50</QSYE><GGRQ>2026-10-01</GGRQ></row>\n"
                                .formatted(uscc(number), name(number), 1000 + number + hour));
            }
        }
        text.append("<row><NSRSBH>11010519491231002X</NSRSBH><NSRMC>李四</NSRMC><SJLX>欠税公告</SJLX></row>");
        return Map.of("answer.xml", bytes(text + "</rows></soap:Body></soap:Envelope>"));
    }

    private static Map<String, byte[]> roster(int hour, int enterprises) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("序号", "企业名称", "统一社会信用代码", "状态", "入园日期"));
        for (int number = 0; number < enterprises; number++) {
            rows.add(List.of("" + (number + 1), name(number), uscc(number), "在园", "2020-05-06"));
        }
        return Map.of("roster.xlsx", workbook(rows));
    }

    private static byte[] workbook(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                        .formatted('A' + column, row + 1, rows.get(row).get(column)));
            }
            sheet.append("</row>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
        parts.put("xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Integer> changed(int hour, int enterprises) {
        List<Integer> changed = new ArrayList<>();
        for (int number = 0; number < enterprises; number++) {
            if (hour == 0 || number % 7 == hour % 7) {
                changed.add(number);
            }
        }
        return changed;
    }

    private static String name(int number) {
        return "平湖" + "甲乙丙丁戊己庚辛壬癸".charAt(number % 10) + "光" + "东南西北中".charAt(number / 10 % 5)
                + "天地玄黄宇宙洪荒".charAt(number / 50 % 8) + "精密机械有限公司";
    }

    private static String uscc(int number) {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String organisation = "MA%06d".formatted(280_000 + number * 13);
        String body = "91330482" + organisation + organisationDigit(organisation);
        int sum = 0;
        for (int place = 0, weight = 1; place < body.length(); place++, weight = weight * 3 % 31) {
            sum += digits.indexOf(body.charAt(place)) * weight;
        }
        return body + digits.charAt((31 - sum % 31) % 31);
    }

    private static char organisationDigit(String body) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += Character.digit(body.charAt(place), 36) * weights[place];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
