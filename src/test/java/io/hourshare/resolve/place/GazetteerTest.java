package io.hourshare.resolve.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CodeList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GazetteerTest {

    private static final CodeList TODAY = list("regions", "330105", "拱墅区");

    private static final CodeList BEFORE = list("region-history", "330103", "拱墅区");

    @Test
    void theOrderInWhichListsAreReadDoesNotChangeTheDigest() {
        assertThat(Gazetteer.of(List.of(TODAY, BEFORE)).digest())
                .isEqualTo(Gazetteer.of(List.of(BEFORE, TODAY)).digest())
                .isNotEqualTo(Gazetteer.of(List.of(TODAY)).digest());
    }

    private static CodeList list(String name, String code, String region) {
        return new CodeList(name, "行政区划", "", List.of("code", "name"), List.of(Map.of("code", code, "name", region)));
    }
}
