package io.hourshare.access;

import io.hourshare.store.DataRoot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that are known: registered ones, and the demonstration's or else the first administrator's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, Demonstration.class})
class AccessConfiguration {

    @Bean
    ApiKeys apiKeys(AccessSettings settings, Demonstration demonstration, DataRoot root) {
        List<ApiKey> keys = new ArrayList<>(settings.keys());
        if (demonstration.active()) {
            keys.add(ApiKey.of(
                    Demonstration.CALLER.name(),
                    Demonstration.CALLER.role(),
                    Objects.requireNonNull(demonstration.apiKey())));
        } else if (keys.stream().noneMatch(key -> key.role() == Role.ADMINISTRATOR)) {
            keys.add(new FirstKey(root).load());
        }
        if (settings.localSha256() != null) {
            keys.add(new ApiKey("命令行", Role.ADMINISTRATOR, settings.localSha256()));
        }
        return new ApiKeys(keys);
    }

    @Bean
    Login login(AccessSettings settings, ApiKeys keys, Clock clock) {
        return new Login(settings.users(), keys, new LoginAttempts(clock));
    }
}
