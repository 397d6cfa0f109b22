package io.hourshare.sandbox.world;

import java.util.List;

/** A county with its towns and roads; the codes and town names are real, the enterprises in them are not. */
public record Region(String code, String name, String brief, String above, List<String> towns, List<String> roads) {

    public static final Region HOME = region(
            "330482 平湖市 平湖 浙江省嘉兴市",
            "当湖街道,钟埭街道,曹桥街道,乍浦镇,新埭镇,新仓镇,独山港镇,广陈镇,林埭镇",
            "新凯路,新明路,兴平一路,平善大道,平成路,永兴路,镇北路,昌盛路,环城北路,东湖大道,金港路,外环西路,中山路,海涛路");

    public static final List<Region> NEIGHBOURS = List.of(
            region("330421 嘉善县 嘉善 浙江省嘉兴市", "罗星街道,惠民街道,魏塘街道,姚庄镇", "归谷五路,晋阳东路,万泰路,台升大道,世纪大道"),
            region("330424 海盐县 海盐 浙江省嘉兴市", "武原街道,西塘桥街道,百步镇,沈荡镇", "盐湖西路,海丰中路,百步大道,东海大道"),
            region("330481 海宁市 海宁 浙江省嘉兴市", "海洲街道,马桥街道,许村镇,长安镇", "海宁大道,隆兴路,文苑南路,广福路"));

    public static final List<Region> AFAR = List.of(
            region("310116 金山区 上海 上海市", "石化街道,枫泾镇,亭林镇", "亭卫公路,卫清西路,林贤路"),
            region("310115 浦东新区 上海 上海市", "张江镇,曹路镇,惠南镇", "张江路,金海路,沪南公路"),
            region("330110 余杭区 杭州 浙江省杭州市", "仓前街道,良渚街道,瓶窑镇", "文一西路,良睦路,荆长大道"),
            region("320506 吴中区 苏州 江苏省苏州市", "木渎镇,胥口镇,甪直镇", "中山东路,孙武路,东方大道"));

    /** The nine-digit code of a town; numbers run on from 001 as in the national table. */
    public String townCode(String town) {
        int place = towns.indexOf(town);
        return code + (town.endsWith("街道") ? Codes.padded(place + 1, 3) : Codes.padded(place + 97, 3));
    }

    private static Region region(String names, String towns, String roads) {
        String[] parts = names.split(" ", -1);
        return new Region(
                parts[0], parts[1], parts[2], parts[3], List.of(towns.split(",", -1)), List.of(roads.split(",", -1)));
    }
}
