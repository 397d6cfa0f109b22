package io.hourshare.retire;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import io.hourshare.store.Leftovers;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetireSettings.class)
class RetireConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RetireConfiguration.class);

    /** Made before any work begins, as all beans are. */
    @Bean
    Retirement retirement(
            DataRoot root, Leftovers leftovers, Journal journal, Ledger ledger, RetireSettings settings, Clock clock) {
        clean(new UnadoptedFiles(root, ledger), journal);
        return new Retirement(root, leftovers, journal, ledger, settings, clock);
    }

    private static void clean(UnadoptedFiles unadopted, Journal journal) {
        try {
            int files = unadopted.delete(journal);
            if (files > 0) {
                LOG.info("已清理中断时留下、后来没有用上的 {} 个文件", files);
            }
        } catch (IOException e) {
            LOG.warn("中断时留下的文件未能全部清理，下次启动自动再试；请检查数据目录的权限", e);
        }
    }
}
