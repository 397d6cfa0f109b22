package io.hourshare.access;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that are known: registered ones, and the demonstration's or else the first administrator's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, Demonstration.class})
class AccessConfiguration {

    private static final String FIRST_ADMINISTRATOR = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

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
    Users users(AccessSettings settings, Demonstration demonstration, DataRoot root, Journal journal) {
        Users users = new Users(settings.users(), new UserFile(root), journal);
        if (!demonstration.active()) {
            users.addFirstAdministrator(FIRST_ADMINISTRATOR)
                    .ifPresent(password ->
                            LOG.warn("首次启动，已建系统管理员用户 {}，初始密码（只显示这一次，请登录后立即修改）：{}", FIRST_ADMINISTRATOR, password));
        }
        return users;
    }

    @Bean
    Login login(Users users, ApiKeys keys, Clock clock) {
        return new Login(users, keys, new LoginAttempts(clock));
    }
}
