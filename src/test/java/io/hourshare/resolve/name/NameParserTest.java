package io.hourshare.resolve.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.IdentityTown;
import io.hourshare.resolve.place.Gazetteer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameParserTest {

    private final NameParser parser = new NameParser(Gazetteer.of(List.of(IdentityTown.regions())));

    @Test
    void readsRegionBrandIndustryAndForm() {
        NameForm form = parser.parse("浙江省平湖市宏达电子科技有限公司");

        assertThat(form.region()).isEqualTo("浙江平湖");
        assertThat(form.brand()).isEqualTo("宏达");
        assertThat(form.industry()).isEqualTo("电子科技");
        assertThat(form.form()).isEqualTo("有限公司");
        assertThat(form.tail()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "平湖市宏达电子科技有限公司（盖章）",
        "平湖市宏达电子科技有限责任公司",
        "平湖市宏達電子科技有限公司",
        "申请人：平湖市宏达电子科技有限公司",
        "平湖市宏达电子科技有限公司（张三）",
        "平湖市宏达电子科技有限公司新建厂房项目",
        "平湖市　宏达电子科技　有限公司",
        "平湖宏达电子科技有限公司",
        "浙江省平湖市宏达电子科技有限公司",
        "嘉兴市平湖市宏达电子科技有限公司",
    })
    void takesOffWhatOfficesAdd(String written) {
        assertThat(parser.parse(written).full()).isEqualTo("平湖宏达电子科技有限公司");
    }

    @ParameterizedTest
    @CsvSource({
        "平湖宏达股权投资合伙企业（有限合伙）, 平湖宏达股权投资合伙企业, 合伙",
        "平湖宏达投资（有限合伙）, 平湖宏达投资合伙企业, 合伙",
        "平湖市小王水果店（个体工商户）, 平湖市小王水果店, 店",
        "平湖市宏达会计师事务所（特殊普通合伙）, 平湖宏达会计师事务所, 事务所",
        "平湖市小王家庭农场（个人独资）, 平湖市小王家庭农场, 中心",
    })
    void takesNoLiabilityBehindAFormForABranch(String registered, String shorter, String form) {
        NameForm name = parser.parse(registered);

        assertThat(name).isEqualTo(parser.parse(shorter));
        assertThat(name.tail()).isEmpty();
        assertThat(name.form()).isEqualTo(form);
    }

    @Test
    void aBranchOfAPartnershipKeepsItsTail() {
        assertThat(parser.parse("宏达会计师事务所（特殊普通合伙）平湖分所").tail()).isEqualTo("平湖分所");
    }

    /** A union of cooperatives is an enterprise beside each of them, and no branch. */
    @Test
    void aUnionOfCooperativesIsNoneOfThem() {
        NameForm union = parser.parse("平湖市新仓粮油农民专业合作社联合社");

        assertThat(union.tail()).isEmpty();
        assertThat(union.full()).isNotEqualTo(parser.parse("平湖市新仓粮油农民专业合作社").full());
    }

    @ParameterizedTest
    @CsvSource({
        "平湖市宏达电子科技有公司",
        "平湖市宏达电子科技限公司",
        "平湖市宏达电子科技有限司",
        "平湖市宏达电子科技有公限司",
        "平湖市宏达电子科技有线公司",
        "平湖市宏达电子科技限有责任公司",
        "平湖市宏达电子科有技限公司",
    })
    void knowsTheLimitedCompanysFormBehindASlip(String written) {
        assertThat(parser.parse(written).full()).isEqualTo("平湖宏达电子科技有限公司");
    }

    @ParameterizedTest
    @CsvSource({"平湖市宏达电子股有限公司", "平湖市宏达电子份有限公司", "平湖市宏达电子股份限公司"})
    void knowsTheShareCompanysFormBehindASlip(String written) {
        assertThat(parser.parse(written).full()).isEqualTo("平湖宏达电子股份公司");
        assertThat(parser.parse("平湖市宏达控股有限公司").form()).isEqualTo("有限公司");
    }

    @ParameterizedTest
    @CsvSource({"平湖市小刘面馆（刘三）", "平湖市小刘面馆（一期）", "平湖市小刘面馆新建厂房项目"})
    void takesRemarksOffAShopsName(String written) {
        assertThat(parser.parse(written).full()).isEqualTo("平湖小刘面馆");
    }

    @ParameterizedTest
    @CsvSource({"平湖市宏达电子公司, 电子", "平湖市宏达种子公司, 种子", "平湖市宏达电子公司新建厂房项目, 电子"})
    void aTradeThatEndsLikeSubsidiaryMakesNoBranch(String written, String trade) {
        NameForm form = parser.parse(written);

        assertThat(form.tail()).isEmpty();
        assertThat(form.core()).isEqualTo("宏达" + trade);
        assertThat(parser.parse("平湖市宏达控股有限公司海宁子公司").tail()).isEqualTo("海宁子公司");
    }

    @ParameterizedTest
    @CsvSource({"湖平市宏达电子有限公司, 湖平", "湖市宏达电子有限公司, 湖市", "临溪县宏达电子有限公司, 临溪"})
    void aRegionThatIsMistypedOrUnknownIsNoBrand(String written, String region) {
        NameForm form = parser.parse(written);

        assertThat(form.brand()).isEqualTo("宏达");
        assertThat(form.region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({"平湖市超市人家食品有限公司, 超市人家", "都市丽人服饰有限公司, 都市丽人", "新市镇小刘五金店, 小刘"})
    void aBrandMayHoldTheWordForTown(String written, String brand) {
        assertThat(parser.parse(written).brand()).isEqualTo(brand);
    }

    @Test
    void aTownInTheNameIsNoBrandAndNoOtherCounty() {
        NameForm form = parser.parse("平湖市新埭镇小刘面馆");

        assertThat(form.core()).isEqualTo(parser.parse("小刘面馆").core());
        assertThat(form.region()).isEqualTo("平湖");
    }

    @Test
    void keepsTheOtherNameOfARenamedEnterprise() {
        NameForm form = parser.parse("平湖市宏达电子科技有限公司（原平湖市大成五金厂）");

        assertThat(form.full()).isEqualTo("平湖宏达电子科技有限公司");
        assertThat(form.alias()).isEqualTo("平湖市大成五金厂");
        assertThat(parser.parse("平湖市宏达电子科技有限公司（原大成（平湖）五金制品厂）"))
                .returns(form.full(), NameForm::full)
                .returns("大成平湖五金制品厂", NameForm::alias);
    }

    @ParameterizedTest
    @CsvSource({
        "平湖市宏达电子科技有限公司嘉善分公司, 嘉善分公司",
        "平湖市宏达电子科技有限公司第2分公司, 2分公司",
        "宏达电子嘉善分公司, 嘉善分公司",
        "平湖市宏达电子科技有限公司当湖营业部, 当湖营业部",
        "平湖市宏达电子科技有限公司嘉善县分公司, 嘉善分公司",
        "平湖市宏达电子科技有限公司平湖店, 平湖店",
        "平湖市宏达电子科技有限公司二厂, 2厂",
        "平湖市宏达电子科技有限公司第十一分公司, 11分公司",
        "平湖市宏达电子科技有限公司嘉善第1分公司新建厂房项目, 嘉善1分公司",
    })
    void tellsABranchByItsTail(String written, String tail) {
        assertThat(parser.parse(written).tail()).isEqualTo(tail);
    }

    @Test
    void shopsOfOneOwnerDifferByTheirTrade() {
        assertThat(parser.parse("平湖市小刘便利店").full())
                .isNotEqualTo(parser.parse("平湖市小刘超市").full());
    }

    @Test
    void anOwnFormThatSoundsLikeABranchIsNone() {
        NameForm form = parser.parse("平湖市新埭镇老王五金经营部");

        assertThat(form.tail()).isEmpty();
        assertThat(form.form()).isEqualTo("店");
    }

    @Test
    void findsTheRegionInBrackets() {
        NameForm form = parser.parse("宏达（平湖）电子科技有限公司");

        assertThat(form.core()).isEqualTo("宏达电子科技");
        assertThat(form.region()).isEqualTo("平湖");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "（）, ''", "。。。, ''"})
    void hasNoFormForWhatIsNoName(String written, String full) {
        assertThat(parser.parse(written).full()).isEqualTo(full);
    }
}
