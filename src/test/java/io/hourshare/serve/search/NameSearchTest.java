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
        "新华路88号, ADDRESS",
        "启明电子, BRAND"
    })
    void saysWhyItFound(String query, MatchReason reason) {
        add("平湖市启明电子有限公司", "平湖市新华路 88 号", "91330482MA2BXK7N3H");

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
