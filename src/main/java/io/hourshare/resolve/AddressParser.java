package io.hourshare.resolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an address from large to small: region, street or town, road, house, building, room. */
final class AddressParser {

    private static final Pattern STREET =
            Pattern.compile("^([\\p{IsHan}]{2,8}?(?:街道|镇|乡|开发区|高新区|工业园区|产业园区|工业园|产业园|工业区|园区))");
    private static final Pattern ROAD =
            Pattern.compile("^([\\p{IsHan}0-9A-Z]{1,12}?(?:大道|公路|路|街|巷|弄|道|村|社区|组))(?![道街])");
    private static final Pattern HOUSE = Pattern.compile("^([0-9]+(?:-[0-9]+)?)(?:号|#|弄)");
    private static final Pattern BUILDING = Pattern.compile("([0-9A-Z一二三四五六七八九十]+)(?:号楼|号厂房|#厂房|幢|栋|座|号库|#楼|#)");
    private static final Pattern ROOM =
            Pattern.compile("([0-9A-Z]+(?:-[0-9A-Z]+)*)(?:室|房|单元|铺|号铺|号商铺|号摊位|工位|间)|([0-9一二三四五六七八九十]+)(?:层|楼)");

    private final Characters characters = Characters.shared();
    private final Gazetteer regions;

    AddressParser(Gazetteer regions) {
        this.regions = regions;
    }

    AddressForm parse(String written) {
        String text = characters.fold(written.replace('—', '-'), "-").replaceAll("[()]", "");
        if (text.length() < 3) {
            return AddressForm.NONE;
        }
        int at = 0;
        for (int length = regions.match(text, at); length > 0; length = regions.match(text, at)) {
            at += length;
        }
        String region = regions.code(text);
        String rest = text.substring(at);
        String street = first(STREET, rest);
        rest = rest.substring(street.length());
        String road = first(ROAD, rest);
        rest = rest.substring(road.length());
        Matcher house = HOUSE.matcher(rest);
        String number = house.find() ? house.group(1) : "";
        rest = number.isEmpty() ? rest : rest.substring(house.end());
        return new AddressForm(region, street, road, number, group(BUILDING, rest), group(ROOM, rest));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String first = matcher.group(1);
        return first == null ? matcher.group(2) : first;
    }
}
