package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.world.NumberMaker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteRegionsTest {

    @TempDir
    Path home;

    @Test
    void aRegionThatNoListHoldsIsLearntFromTheRegistersAddresses() {
        try (IdentityTown town = new IdentityTown(home)) {
            for (int i = 0; i < 40; i++) {
                town.record(
                        IdentityTown.REGISTER,
                        "r" + i,
                        "uscc",
                        NumberMaker.uscc("990182", i + 1),
                        "ent_name",
                        "云溪市" + "宏鼎恒瑞永康天嘉".charAt(i % 8) + "达盛泰祥兴".charAt(i / 8) + "机械有限公司",
                        "address",
                        "临江省云溪市人民路" + (i + 1) + "号",
                        "region_code",
                        "990182");
            }
            town.record("housing.completion", "a", "ent_name", "宏达机械有限公司", "address", "云溪市人民路1号");

            Map<String, String> assigned = town.resolve();

            assertThat(assigned.get("housing.completion/a"))
                    .isEqualTo(ResolveRules.enterpriseId("org:" + NumberMaker.org(1)));
        }
    }
}
