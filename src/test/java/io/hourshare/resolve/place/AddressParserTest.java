package io.hourshare.resolve.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.IdentityTown;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressParserTest {

    private final AddressParser parser = new AddressParser(Gazetteer.of(List.of(IdentityTown.regions())));

    @Test
    void readsFromLargeToSmall() {
        assertThat(parser.parse("浙江省嘉兴市平湖市当湖街道人民西路１２８号3幢501室"))
                .isEqualTo(new AddressForm("330482", "当湖街道", "人民西路", "128", "3", "501"));
    }

    @Test
    void readsWhatIsThere() {
        assertThat(parser.parse("新埭镇创业路66-1号")).isEqualTo(new AddressForm("", "新埭镇", "创业路", "66-1", "", ""));
        assertThat(parser.parse("东湖大道北侧地块").road()).isEqualTo("东湖大道");
    }

    @Test
    void aZoneIsNoPartOfTheRoad() {
        assertThat(parser.parse("平湖市开发区东风路19号")).isEqualTo(new AddressForm("330482", "开发区", "东风路", "19", "", ""));
        assertThat(parser.parse("平湖市乍浦镇工业园区东风路19号").road()).isEqualTo("东风路");
        assertThat(parser.parse("平湖市工业园路19号").road()).isEqualTo("工业园路");
    }

    @Test
    void aRoadThatBearsAPlacesNameIsNoRegion() {
        assertThat(parser.parse("平湖大道274号")).isEqualTo(new AddressForm("", "", "平湖大道", "274", "", ""));
        assertThat(parser.parse("平湖市嘉善南路8号")).isEqualTo(new AddressForm("330482", "", "嘉善南路", "8", "", ""));
    }

    @Test
    void aBuildingsNumberIsNotTheHouses() {
        assertThat(parser.parse("平湖市兴平路3号楼201室")).isEqualTo(new AddressForm("330482", "", "兴平路", "", "3", "201"));
    }

    @Test
    void aStretchOfARoadIsLeftOut() {
        assertThat(parser.parse("平湖市独山港镇翁金公路独山港段555号")).isEqualTo(parser.parse("平湖市独山港镇翁金公路555号"));
    }

    @Test
    void aRoomGoesBeforeItsFloor() {
        assertThat(parser.parse("平湖市人民西路69-73号商务楼三层301室").room()).isEqualTo("301");
        assertThat(parser.parse("平湖市人民西路69号3楼").room()).isEqualTo("3");
    }

    @Test
    void saysNothingOfWhatIsNoAddress() {
        assertThat(parser.parse("无")).isEqualTo(AddressForm.NONE);
    }
}
