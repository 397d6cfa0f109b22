package io.hourshare.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.search.Ranking.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {

    private final SearchIndex.Builder builder =
            new SearchIndex.Builder(new NameParts(List.of("平湖市", "浙江省", "长安区", "重庆市", "单县")));
    private final List<String> names = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "重庆长安汽车有限公司, chongqingchangan",
        "重庆长安汽车有限公司, cqca",
        "重庆长安汽车有限公司, 重慶長安",
        "平湖市曾氏糕点厂, zengshi",
        "平湖市曾氏糕点厂, cengshi",
        "单县羊肉汤馆, shanxian",
        "平湖市单记面馆, shanji",
        "平湖市乐购超市, legou",
        "平湖市乐器行, yueqihang",
        "平湖市工商银行, gongshangyinhang",
        "平湖市绿源电动车行, lvyuan",
        "平湖市華麗服裝有限公司, 华丽服装",
        "平湖市华丽服装有限公司, 華麗服裝",
        "ＡＢＢ（中国）有限公司, abb",
        "ABB（中国）有限公司, ＡＢＢ(中国)",
        "平湖市启明电子有限公司, 启明电子公司",
        "平湖市启明电子有限公司, 起明电子",
        "平湖市启明电子有限公司, 启明电予",
        "平湖市启明电子有限公司, 启明 有限",
        "平湖市启明电子有限公司, 启ming",
        "平湖市启明电子（集团）有限公司, 启明电子集团",
        "平湖市喆淼新材料有限公司, zhemiao",
        "平湖市长兴物流有限公司, changxing",
        "平湖市长兴物流有限公司, CX",
        "重庆火锅平湖店, chongqing",
        "平湖市重型机械厂, zhongxing",
        "平湖市单县羊肉馆, shanxian",
        "平湖市单氏百货店, shanshi",
        "平湖市曾氏电器有限公司, zengshi",
        "平湖市解氏五金厂, xieshi",
        "平湖市仇氏模具厂, qiushi",
        "平湖市乐清电器经营部, yueqing",
        "平湖市乐购超市, legou",
        "平湖市六安瓜片茶行, liuan",
        "平湖市银行培训中心, yinhang",
        "平湖市朝阳纺织有限公司, chaoyang",
        "平湖市參天藥業有限公司, 参天药业",
        "平湖市机械厂, 機械厰",
        "平湖市國際貿易有限公司, 国际贸易",
        "平湖市東方紅服飾廠, 东方红服饰厂",
        "平湖市１号仓储有限公司, 1号仓储",
        "平湖市1号仓储有限公司, １号仓储",
        "平湖市ＫＴＶ娱乐有限公司, ktv",
        "平湖市（启明）贸易有限公司, 平湖市(启明)贸易",
        "平湖市启明电子有限公司, 平湖启明",
        "平湖市启明电子有限公司, 启明电了",
        "平湖市启明电子有限公司, 启明点子",
        "平湖市启明电子有限公司, 启名电子",
        "平湖市启明电子有限公司, QMDZ",
        "平湖市启明电子有限公司, qiming",
        "平湖市启明电子有限公司, qi ming",
        "平湖市启明电子有限公司, QIMINGDIANZI",
        "平湖市启明电子有限公司, 启明　电子",
        "平湖市启明电子有限公司, ' 启明电子 '",
        "平湖市垚鑫石材厂, yaoxin",
        "平湖市堃达建材有限公司, kunda",
        "平湖市镕金铸造有限公司, rongjin",
        "平湖市吕氏竹木制品厂, lvshi",
        "平湖市女子美容院, nvzi",
        "平湖市大厦物业有限公司, dasha",
        "平湖市厦门海鲜酒楼, xiamen",
        "平湖市番禺食品经营部, panyu",
        "平湖市佛山陶瓷经营部, foshan",
        "平湖市蔚县剪纸工艺社, yuxian",
    })
    void meetsHoweverItIsWritten(String name, String query) {
        add(name, "新华路 88 号", "91330482MA2BXK7N3H");
        add("平湖市无关商贸有限公司", "人民路 1 号", "91330482MA28MY2T07");

        assertThat(search(query)).first().isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "91330482ma2bxk7n3h, CODE",
        "MA2BXK7N3, CODE_PART",
        "９１３３０４８２ＭＡ２ＢＸＫ７Ｎ３Ｈ, CODE",
        "91330482MA2BXK7N3J, CODE_SIMILAR",
        "91330482AM2BXK7N3H, CODE_SIMILAR",
        "9133048MA2BXK7N3H, CODE_SIMILAR",
        "913304882MA2BXK7N3H, CODE_SIMILAR",
        "330482000012345, CODE",
        "482000012, CODE_PART",
        "平湖市旧名电器厂, FORMER_NAME",
        "旧名电器, FORMER_NAME_PART",
        "新华路88号, ADDRESS",
        "启明电子, BRAND"
    })
    void saysWhyItFound(String query, MatchReason reason) {
        add("平湖市启明电子有限公司", "平湖市新华路 88 号", "91330482MA2BXK7N3H");
        builder.name("HS-0", "平湖市旧名电器厂", "former");
        builder.code("HS-0", "330482000012345");

        assertThat(ranked(query)).extracting(Ranked::reason).containsExactly(reason);
    }

    @Test
    void findsByTheWholeNameOfWhoRepresents() {
        add("平湖市启明电子有限公司", "新华路 88 号", "91330482MA2BXK7N3H");
        builder.person("HS-0", "沈启明");

        assertThat(ranked("沈启明")).extracting(Ranked::reason).containsExactly(MatchReason.LEGAL_REPRESENTATIVE);
        assertThat(search("沈启")).as("a part of a person's name").isEmpty();
    }

    @Test
    void putsTheExactNameFirstAndTheClosedOneLast() {
        add("平湖市长安有限公司", "", "");
        builder.enterprise("gone", "注销", "", true);
        builder.name("gone", "平湖市长安大有限公司", "current");
        add("平湖市长安食品有限公司", "", "");
        add("长安", "", "");

        assertThat(search("长安")).containsExactly("长安", "平湖市长安有限公司", "平湖市长安食品有限公司", "平湖市长安大有限公司");
    }

    @Test
    void staysInThePark() {
        builder.enterprise("outside", "存续", "", false);
        builder.name("outside", "嘉兴长安物流有限公司", "current");

        assertThat(new NameSearch(builder.build(), Scope.PARK, "长安").run().found())
                .isZero();
    }

    @Test
    void standsHostileQueries() {
        add("平湖市启明电子有限公司", "新华路 88 号", "91330482MA2BXK7N3H");

        for (String query :
                List.of("a".repeat(10_000), "%_%", "' or 1=1 --", "\u0000", "😀😀", "（）", "A A A A A A A")) {
            assertThat(search(query)).as(query).hasSizeLessThanOrEqualTo(1);
        }
    }

    private void add(String name, String address, String code) {
        String id = "HS-" + names.size();
        builder.enterprise(id, "存续", address, true);
        builder.name(id, name, "current");
        if (!code.isEmpty()) {
            builder.code(id, code);
        }
        names.add(name);
    }

    private List<String> search(String query) {
        SearchIndex index = builder.build();
        return Arrays.stream(new NameSearch(index, Scope.PARK, query).run().top(20))
                .map(ranked -> index.names().text(nameRow(index, ranked.enterprise())))
                .map(this::original)
                .toList();
    }

    private Ranked[] ranked(String query) {
        return new NameSearch(builder.build(), Scope.PARK, query).run().top(20);
    }

    private static int nameRow(SearchIndex index, int enterprise) {
        int row = 0;
        while (index.ownersOfNames()[row] != enterprise) {
            row++;
        }
        return row;
    }

    private String original(String folded) {
        return names.stream()
                .filter(name -> SearchText.fold(name).equals(folded))
                .findFirst()
                .orElse(folded);
    }
}
