package io.hourshare.operate;

import io.hourshare.store.CommitSteps;
import java.nio.file.Path;
import java.sql.Connection;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Creates a library's own tables from the script that comes with it, once. */
record LibraryTables(String number, String title, String script) implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(number);
    }

    @Override
    public String getDescription() {
        return title;
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        String path = script.formatted(dialect(postgres));
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(path));
        CommitSteps.at("made", Path.of("db", number));
    }

    /** Quartz calls PostgreSQL's script {@code postgres}, Spring Batch {@code postgresql}. */
    private String dialect(boolean postgres) {
        if (!postgres) {
            return "h2";
        }
        return script.contains("quartz") ? "postgres" : "postgresql";
    }
}
