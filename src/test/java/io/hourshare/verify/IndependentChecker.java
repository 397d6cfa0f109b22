package io.hourshare.verify;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.verify.evidence.EvidenceExport;
import io.hourshare.verify.evidence.EvidenceScope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code src/test/python/hourshare_check.py}, which shares no code with the product. */
final class IndependentChecker {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final boolean PRESENT = isPresent();

    private IndependentChecker() {}

    static boolean present() {
        return PRESENT;
    }

    /** Skips the test with a plain word where Python is absent. */
    static void require() {
        Assumptions.assumeTrue(PRESENT, "python3 is absent: the independent checker did not judge");
    }

    /** Writes the evidence of the whole data root and lets the checker judge both. */
    static JsonNode judge(Path home, boolean settled) throws IOException, InterruptedException {
        Path bundle = home.resolveSibling(home.getFileName() + "-evidence.zip");
        export(home, bundle, EvidenceScope.whole());
        return judge(bundle, home, settled);
    }

    /** As one who holds the keys of what is kept encrypted. */
    static JsonNode judgeWithKeys(Path home, Path keys) throws IOException, InterruptedException {
        Path bundle = home.resolveSibling(home.getFileName() + "-evidence.zip");
        export(home, bundle, EvidenceScope.whole());
        return judge(bundle, home, List.of("--settled", "--keys", keys.toString()));
    }

    static void export(Path home, Path bundle, EvidenceScope scope) throws IOException {
        try (OutputStream out = Files.newOutputStream(bundle)) {
            EvidenceExport.of(
                            home,
                            CatalogueReader.read(CatalogueSource.embedded()).catalogue(),
                            home.resolve("spill"))
                    .write(scope, out);
        }
    }

    static JsonNode judge(Path bundle, Path home, boolean settled) throws IOException, InterruptedException {
        return judge(bundle, home, settled ? List.of("--settled") : List.of());
    }

    private static JsonNode judge(Path bundle, Path home, List<String> options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("python3", "src/test/python/hourshare_check.py", bundle.toString()));
        if (home != null) {
            command.addAll(List.of("--home", home.toString()));
        }
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode said = JSON.readTree(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return said;
    }

    private static boolean isPresent() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
