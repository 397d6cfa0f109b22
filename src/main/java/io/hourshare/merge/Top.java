package io.hourshare.merge;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.store.DataRoot;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes over the tables of the merge before: rows of the enterprises that are touched now, and those that lay over the
 * base already. What is over a base is small, so an hour costs what changed, until it has grown and all is made anew.
 */
final class Top {

    /** More than one in so many enterprises over a base is more than reading two files is worth. */
    private static final int SHARE = 4;

    private static final String TOUCHED = "touched_enterprise";
    private static final String NEWS = "news_enterprise";

    private final Session session;
    private final DataRoot root;
    private final Former former;
    private final TouchedEnterprises enterprises;

    private Top(Session session, DataRoot root, Former former) {
        this.session = session;
        this.root = root;
        this.former = former;
        this.enterprises = new TouchedEnterprises(session, root);
    }

    /** Empty where so many are touched that everything had better be made anew. */
    static Optional<Top> over(Former former, MadeOf now, Session session, DataRoot root) {
        Top top = new Top(session, root, former);
        top.enterprises.find(former.madeOf(), now, TOUCHED);
        session.execute("create table " + NEWS + " as select * from " + TOUCHED);
        long all = session.number("select count(*) from " + Sql.identifier(ProfileInputs.everybody("er_entity")));
        return session.number("select count(*) from (" + top.everTouched() + ")") * SHARE > all
                ? Optional.empty()
                : Optional.of(top);
    }

    /** The enterprises whose rows the models make, as a relation. */
    String touched() {
        return TOUCHED;
    }

    /** Answers the merge that is built on. */
    Former former() {
        return former;
    }

    /** Since the base was made. */
    String everTouched() {
        return "select enterprise_id from " + TOUCHED
                + former.touched()
                        .map(path -> " union select enterprise_id from " + ProfileTable.parquet(path, root::resolve))
                        .orElse("")
                + " order by enterprise_id";
    }

    /** All rows over the base, where a select gives those of the touched. */
    String rows(String table, String select) {
        ProfileTable.Over earlier = before(table).over();
        String left = earlier == null
                ? ""
                : " union all select * from " + ProfileTable.parquet(earlier.top(), root::resolve)
                        + " where enterprise_id not in (select enterprise_id from " + TOUCHED + ")";
        return "select * from (select * from (" + select
                + ") as made where enterprise_id in (select enterprise_id from " + TOUCHED + ")" + left
                + ") order by all";
    }

    ProfileTable table(String table, String file, String touchedFile) {
        return new ProfileTable(before(table).base(), new ProfileTable.Over(file, touchedFile));
    }

    /** Counts whoever has other rows in a table that was made whole among the news. */
    void compare(String table, ProfileTable now) {
        enterprises.compare(before(table), now, NEWS);
    }

    /** Everybody who may differ from the merge before. */
    String news() {
        return "select distinct enterprise_id from " + NEWS + " order by enterprise_id";
    }

    private ProfileTable before(String table) {
        return Objects.requireNonNull(former.merged().tables().get(table), table);
    }
}
