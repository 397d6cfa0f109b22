package io.hourshare.web.print;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a font that has Chinese characters, once, and embeds what is used of it. */
final class PrintFont {

    private static final Logger LOG = LoggerFactory.getLogger(PrintFont.class);

    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("C:/Windows/Fonts"),
            Path.of("/Library/Fonts"),
            Path.of("/System/Library/Fonts"));

    /** Plain faces before decorative ones. */
    private static final List<Pattern> NAMES = Stream.of(
                    "notosanscjk.*regular\\.(ttc|otf)",
                    "sourcehansans.*regular\\.(ttc|otf)",
                    "wqy-microhei\\.ttc",
                    "wqy-zenhei\\.ttc",
                    "msyh\\.(ttc|ttf)",
                    "droidsansfallback.*\\.ttf",
                    "simsun\\.(ttc|ttf)",
                    "simhei\\.ttf",
                    "(fz|uos|kylin).*\\.(ttf|ttc)",
                    ".*(songti|heiti|kai|fangsong).*\\.(ttf|ttc)")
            .map(Pattern::compile)
            .toList();

    /** Simplified Chinese comes third in the collections of Noto and Source Han. */
    private static final Pattern PAN_CJK = Pattern.compile("(notosanscjk|sourcehansans).*\\.ttc");

    private static final String SAMPLE = "统一社会信用代码";

    private final PrintSettings settings;
    private @Nullable BaseFont found;

    PrintFont(PrintSettings settings) {
        this.settings = settings;
    }

    /** @throws NoFontException where there is none */
    synchronized BaseFont get() {
        BaseFont known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private BaseFont find() {
        String set = settings.font();
        List<String> candidates = set == null || set.isBlank() ? installed() : List.of(set.strip());
        for (String candidate : candidates) {
            try {
                BaseFont font = BaseFont.createFont(candidate, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
                if (SAMPLE.chars().allMatch(font::charExists)) {
                    return font;
                }
            } catch (IOException | RuntimeException unusable) {
                LOG.debug("Font cannot be used: {}", candidate, unusable);
            }
        }
        throw new NoFontException(set == null ? "已查找系统字体目录" : "配置的 " + set + " 不存在或不含中文");
    }

    private static List<String> installed() {
        List<Path> files = FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(PrintFont::files)
                .toList();
        List<String> candidates = new ArrayList<>();
        for (Pattern name : NAMES) {
            files.stream()
                    .filter(file -> name.matcher(lower(file)).matches())
                    .map(PrintFont::addressed)
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isReadable).sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private static String addressed(Path file) {
        String name = lower(file);
        return name.endsWith(".ttc") ? file + (PAN_CJK.matcher(name).matches() ? ",2" : ",0") : file.toString();
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
