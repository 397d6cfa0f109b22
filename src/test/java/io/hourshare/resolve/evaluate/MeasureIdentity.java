package io.hourshare.resolve.evaluate;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.resolve.world.CountryWorld;
import io.hourshare.resolve.world.LabelledWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures identity on a labelled world of the given number of enterprises: {@code <seed> <enterprises> <folder> [keep]};
 * a folder whose name begins with {@code country} gets the second world.
 */
final class MeasureIdentity {

    private MeasureIdentity() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        Path truth = folder.resolve("truth.csv");
        Path records = folder.resolve("records");
        if (!Files.exists(truth)) {
            long seed = Long.parseLong(arguments[0]);
            int size = Integer.parseInt(arguments[1]);
            int count = folder.getFileName().toString().startsWith("country")
                    ? CountryWorld.write(seed, size, records, truth)
                    : LabelledWorld.write(seed, size, records, truth);
            System.out.println("written " + count);
        }
        Catalogue catalogue =
                CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();
        long start = System.nanoTime();
        Path out = Files.createDirectories(folder.resolve("out"));
        Evaluation.Request request = new Evaluation.Request(records, out, null, null, truth);
        Engine engine = new Engine(new EngineSettings("6GB", 2), out.resolve("spill"));
        Files.deleteIfExists(folder.resolve("kept.duckdb"));
        try (Session session = arguments.length > 3 ? engine.create(folder.resolve("kept.duckdb")) : engine.open()) {
            new Evaluation(catalogue)
                    .run(request, session)
                    .forEach((name, value) -> System.out.println(name + " " + value));
        }
        System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
    }
}
