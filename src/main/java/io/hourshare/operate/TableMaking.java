package io.hourshare.operate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Makes the libraries' tables. H2 keeps each {@code create} at once, so a process that is killed among them leaves some
 * behind, which no later start could make; since it holds nothing that the journal does not, it is emptied and made anew.
 */
final class TableMaking implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(TableMaking.class);

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException halfMade) {
            if (!emptied(flyway, halfMade)) {
                throw halfMade;
            }
            LOG.warn("调度库的表上次没有建完，已清空重建；运行记录与账本都在日志里，不受影响", halfMade);
            flyway.migrate();
        }
    }

    /** Only the embedded database is ours to empty. */
    private static boolean emptied(Flyway flyway, FlywayException halfMade) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
                return false;
            }
            statement.execute("drop all objects");
            return true;
        } catch (SQLException e) {
            halfMade.addSuppressed(e);
            return false;
        }
    }
}
