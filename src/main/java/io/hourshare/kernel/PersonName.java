package io.hourshare.kernel;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what reads as a natural person's name where an enterprise's is expected. */
public final class PersonName {

    private static final Set<String> SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利于呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
                    .codePoints()
                    .mapToObj(Character::toString)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Pattern COMPOUND = Pattern.compile(
            "(欧阳|诸葛|司马|上官|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|轩辕|令狐|钟离|宇文|长孙|慕容|司空|端木|百里|呼延|东郭|澹台|淳于|太史|申屠|公冶|濮阳|闻人|赫连|万俟)\\p{IsHan}{1,2}");
    private static final String HIDDEN = "[*＊×✱●○]";
    private static final Pattern MASKED = Pattern.compile("\\p{IsHan}" + HIDDEN + "{1,3}\\p{IsHan}?|" + HIDDEN
            + "{1,2}\\p{IsHan}{1,2}|\\p{IsHan}{2}" + HIDDEN + "{1,2}|\\p{IsHan}{1,2}某{1,2}");
    private static final Pattern DOTTED = Pattern.compile("\\p{IsHan}{1,8}[·•．]\\p{IsHan}{1,10}");
    private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,3}");

    /** Two or three characters that end so are a shop, a school, a village rather than a person. */
    private static final Pattern ENTERPRISE =
            Pattern.compile(".*(公司|厂|店|部|行|社|所|院|中心|企业|集团|会|站|校|局|馆|场|园|队|办|处|库|铺|坊|屋|吧|城|楼|阁|轩|斋|庄|村|镇|乡|县|市|区)");

    private PersonName() {}

    /** Whether that is a person's name, whole or masked, or several of them. */
    public static boolean isLikely(String text) {
        String bare = text.strip().replaceFirst("(等[0-9一二三四五六七八九十]*人?|先生|女士)$", "");
        String[] names = bare.split("[、,，;；/ 　]+", -1);
        for (String name : names) {
            if (!isOne(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOne(String name) {
        return MASKED.matcher(name).matches()
                || COMPOUND.matcher(name).matches()
                || DOTTED.matcher(name).matches() && !ENTERPRISE.matcher(name).matches()
                || SHORT.matcher(name).matches()
                        && SURNAMES.contains(name.substring(0, name.offsetByCodePoints(0, 1)))
                        && !ENTERPRISE.matcher(name).matches();
    }
}
