package io.hourshare.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void charactersAreReadAloneAndInWords() {
        assertThat(Pinyin.of('行')).contains("xing", "hang");
        assertThat(Pinyin.of("平湖银行", " ")).isEqualTo("ping hu yin hang");
    }

    /** A process that has never asked before; while the first answer is awaited, another thread asks every millisecond. */
    @Test
    void nobodyReadsFromADictionaryThatIsStillBeingFilled() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            MethodHandle pinyin = MethodHandles.lookup()
                    .findStatic(
                            fresh.loadClass(Pinyin.class.getName()),
                            "of",
                            MethodType.methodType(String.class, String.class, String.class));
            List<Future<String>> asked = new ArrayList<>(List.of(threads.submit(() -> read(pinyin))));
            while (!asked.get(0).isDone()) {
                asked.add(threads.submit(() -> read(pinyin)));
                Thread.sleep(1);
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : asked) {
                answers.add(answer.get());
            }

            assertThat(answers).hasSizeGreaterThan(1).containsOnly("ping-hu-xin-guang-dong-tian-jing-mi-ji-xie");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String read(MethodHandle pinyin) {
        try {
            return (String) pinyin.invoke("平湖辛光东天精密机械", "-");
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] classPath() throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
