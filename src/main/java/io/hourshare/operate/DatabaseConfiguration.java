package io.hourshare.operate;

import com.zaxxer.hikari.HikariDataSource;
import io.hourshare.store.DataRoot;
import java.time.Clock;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database of Spring Batch's and Quartz's tables: H2 below the data root unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** H2 delays commits by default and loses acknowledged ones on a crash. */
    private static final String DURABLE = ";WRITE_DELAY=0";

    /** Slots that are being stopped still write to it; it is closed after them, not by a hook of its own. */
    private static final String CLOSED_LAST = ";DB_CLOSE_ON_EXIT=FALSE";

    @Bean
    @ConditionalOnMissingBean
    HikariDataSource dataSource(DataRoot root, Clock clock, Environment environment) {
        String embedded = "jdbc:h2:file:" + root.resolve("db/hourshare") + DURABLE + CLOSED_LAST;
        String url = environment.getProperty("spring.datasource.url", embedded);
        if (url.startsWith("jdbc:h2:file:") && !url.contains(DURABLE)) {
            throw new IllegalStateException("spring.datasource.url 必须带 " + DURABLE + "，否则断电会丢失已提交的记录");
        }
        if (url.equals(embedded)) {
            new EmbeddedDatabase(root.resolve("db"), url).setAsideIfDamaged(clock.instant());
        }
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(environment.getProperty("spring.datasource.username", "sa"));
        source.setPassword(environment.getProperty("spring.datasource.password", ""));
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(1);
        return source;
    }

    @Bean
    FlywayMigrationStrategy tableMaking() {
        return new TableMaking();
    }

    @Bean
    JavaMigration batchTables() {
        return new LibraryTables("1", "spring batch tables", "org/springframework/batch/core/schema-%s.sql");
    }

    @Bean
    JavaMigration quartzTables() {
        return new LibraryTables("2", "quartz tables", "org/quartz/impl/jdbcjobstore/tables_%s.sql");
    }
}
