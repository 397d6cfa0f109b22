package io.hourshare.review;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Three doubtful records, two of one name, as a result of the resolution that asks about them. */
public final class AskedQuestions {

    private static final String REVIEWS = """
            select 'housing.completion' as feed, key as record_key, 'market-regulation.registration' as candidate_feed,
                '1' as candidate_key, 'HS-A' as enterprise_id, 'doubt' as reason, 0.6 as chance, 1.2 as score,
                name || '@330482>HS-A' as fold, name as record_name, '平湖市宏达电子有限公司' as candidate_name,
                name as record_full_name, '330482' as record_region, '330482' as candidate_region, '' as record_numbers,
                'org:600037341' as candidate_numbers, '' as record_place, '人民路1' as candidate_place,
                '' as record_person, '王某' as candidate_person, -2.5 as name_bits, 4.0 as region_bits,
                0.0 as place_bits, 0.0 as person_bits, 0.0 as number_bits, null::double as status_bits
            from (values ('p', '平湖宏大电子'), ('q', '平湖宏大电子'), ('r', '平湖洪达电子')) as given (key, name)""";

    private AskedQuestions() {}

    /** Gives the application such a result. */
    public static void ask(ApplicationContext application) {
        DataRoot root = application.getBean(DataRoot.class);
        List<String> files = new ArrayList<>();
        try (Session session = application.getBean(Engine.class).open()) {
            files.add(write(root, session, "er_review", REVIEWS));
            files.add(write(root, session, "er_entity", "select 'HS-A' as enterprise_id"));
        }
        application.getBean(Journal.class).append(new StageDone("resolve", Digest.of("test"), files, Map.of()));
    }

    private static String write(DataRoot root, Session session, String table, String select) {
        Path file = root.resolve("lake/identity/0badcafe/" + table + ".parquet");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.copy(select, file);
        return root.relativize(file);
    }
}
