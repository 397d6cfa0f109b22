package io.hourshare.operate;

import io.hourshare.engine.Engine;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.Normalization;
import io.hourshare.pull.Roster;
import io.hourshare.store.DataRoot;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the park's roster to the routes that ask about one enterprise at a time. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

    private static final FeedId ROSTER = FeedId.parse("park.roster");

    @Bean
    Roster parkRoster(Engine engine, Normalization normalization, DataRoot root) {
        return new ParkRoster(
                engine,
                () -> normalization.current().files().getOrDefault(ROSTER, List.of()).stream()
                        .map(root::resolve)
                        .toList());
    }
}
