package io.hourshare.resolve.place;

import io.hourshare.resolve.text.Characters;
import java.util.List;
import java.util.regex.Pattern;

/** Reads an address from large to small: region, street or town, road, house, building, room. */
public final class AddressParser {

    private static final List<String> STREETS =
            List.of("街道", "镇", "乡", "开发区", "高新区", "工业园区", "产业园区", "工业园", "产业园", "工业区", "园区");
    private static final List<String> ZONES =
            List.of("经济技术开发区", "经济开发区", "高新技术开发区", "开发区", "高新区", "工业园区", "产业园区", "工业园", "产业园", "工业区");
    private static final List<String> ROADS = List.of("大道", "公路", "路", "街", "巷", "弄", "道", "村", "社区", "组");
    private static final List<String> HOUSES = List.of("号楼", "号厂房", "号库", "号", "#", "弄");
    private static final List<String> BUILDINGS = List.of("号楼", "号厂房", "#厂房", "幢", "栋", "座", "号库", "#楼", "#");
    private static final List<String> ROOMS = List.of("室", "房", "单元", "号铺", "号商铺", "号摊位", "铺", "工位", "间");
    private static final List<String> FLOORS = List.of("层", "楼");

    /** {@code 翁金公路独山港段555号} is the house that others write without the stretch of the road. */
    private static final Pattern STRETCH = Pattern.compile("^[\\u4e00-\\u9fa5]{1,6}段(?=[0-9])");

    private static final String NUMBERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-一二三四五六七八九十";
    private static final int LONGEST_STREET = 10;
    private static final int LONGEST_ROAD = 14;

    private final Characters characters = Characters.shared();
    private final Gazetteer regions;

    public AddressParser(Gazetteer regions) {
        this.regions = regions;
    }

    public AddressForm parse(String written) {
        String text = characters.fold(written.replace('—', '-'), "-");
        if (text.length() < 3) {
            return AddressForm.NONE;
        }
        Gazetteer.Place place = regions.place(text);
        int town = place.end() + firstEnd(text.substring(place.end()), STREETS, 2, LONGEST_STREET);
        int street = town + zoneEnd(text.substring(town));
        int road = street + firstEnd(text.substring(street), ROADS, 1, LONGEST_ROAD);
        String behind = text.substring(road).replace("(", "").replace(")", "");
        String rest = road > street ? STRETCH.matcher(behind).replaceFirst("") : behind;
        int digits = run(rest, 0);
        String house = digits > 0 && rest.charAt(0) <= '9' && isHouse(rest, digits) ? rest.substring(0, digits) : "";
        String inside = house.isEmpty() ? rest : rest.substring(digits + 1);
        return new AddressForm(
                place.code(),
                text.substring(place.end(), street),
                text.substring(street, road),
                house,
                before(inside, BUILDINGS),
                room(inside));
    }

    /** The room; where none is told, the floor. */
    private static String room(String inside) {
        String room = before(inside, ROOMS);
        return room.isEmpty() ? before(inside, FLOORS) : room;
    }

    /** {@code 开发区东风路} is the road that others write without its zone. */
    private static int zoneEnd(String text) {
        for (String zone : ZONES) {
            if (text.startsWith(zone) && !isRoad(text, zone.length())) {
                return zone.length();
            }
        }
        return 0;
    }

    /** {@code 工业园路}, {@code 古镇大道} and {@code 街道街} are roads called after what lies there. */
    private static boolean isRoad(String text, int at) {
        return at < text.length() && ("道街路".indexOf(text.charAt(at)) >= 0 || text.startsWith("大道", at));
    }

    /** End of the first word of the list that stands behind {@code from} characters at least; 0 where there is none. */
    private static int firstEnd(String text, List<String> words, int from, int limit) {
        int reach = Math.min(text.length(), limit);
        for (int at = from; at < reach; at++) {
            for (String word : words) {
                if (text.startsWith(word, at) && !isRoad(text, at + word.length())) {
                    return at + word.length();
                }
            }
        }
        return 0;
    }

    /** {@code 12号} is a house, {@code 12号楼} a building. */
    private static boolean isHouse(String rest, int digits) {
        for (String unit : HOUSES) {
            if (rest.startsWith(unit, digits)) {
                return unit.length() == 1;
            }
        }
        return false;
    }

    /** The number in front of the first unit of the list. */
    private static String before(String text, List<String> units) {
        for (int at = 0; at < text.length(); at++) {
            int end = run(text, at);
            if (end > at) {
                for (String unit : units) {
                    if (text.startsWith(unit, end)) {
                        return text.substring(at, end);
                    }
                }
                at = end;
            }
        }
        return "";
    }

    private static int run(String text, int from) {
        int end = from;
        while (end < text.length() && NUMBERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
