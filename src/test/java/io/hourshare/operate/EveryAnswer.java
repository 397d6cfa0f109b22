package io.hourshare.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever the application answers to those who may ask: each address that it has, its gaps filled with all that may
 * stand there. An address of tomorrow is among them by itself.
 */
final class EveryAnswer {

    private static final Pattern GAP = Pattern.compile("(\\w+)/\\{\\w+}");
    private static final int FORBIDDEN = 403;
    private static final int BROKEN = 500;

    private final List<String> patterns;
    private final Map<String, List<String>> gaps;
    private final Map<String, List<String>> questions;
    private final List<String> unasked = new ArrayList<>();

    /** Somebody who asks. */
    interface Caller {
        HttpResponse<byte[]> ask(String address) throws IOException, InterruptedException;
    }

    /**
     * The addresses that pass.
     *
     * @param gaps what may stand behind a word of an address
     * @param questions what is asked of an address, instead of nothing
     */
    EveryAnswer(
            ApplicationContext application,
            Predicate<String> passes,
            Map<String, List<String>> gaps,
            Map<String, List<String>> questions) {
        this.gaps = gaps;
        this.questions = questions;
        Set<String> found = new TreeSet<>();
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .forEach(mapping -> found.addAll(mapping.getPatternValues()));
        this.patterns = found.stream().filter(passes).toList();
    }

    /** Addresses that were not asked because nobody knows what stands in their gaps. */
    List<String> unasked() {
        return unasked;
    }

    /** Each address is asked by the first of the callers who may; archives are opened. */
    void tell(List<Caller> callers, BiConsumer<String, byte[]> listener) throws IOException, InterruptedException {
        for (String pattern : patterns) {
            List<String> addresses = filled(pattern);
            if (addresses.isEmpty()) {
                unasked.add(pattern);
                continue;
            }
            for (Caller caller : callers) {
                if (caller.ask(addresses.get(0)).statusCode() != FORBIDDEN) {
                    tell(caller, pattern, addresses, listener);
                    break;
                }
            }
        }
    }

    private void tell(Caller caller, String pattern, List<String> addresses, BiConsumer<String, byte[]> listener)
            throws IOException, InterruptedException {
        for (String address : addresses) {
            for (String question : questions.getOrDefault(pattern, List.of(""))) {
                HttpResponse<byte[]> answer = caller.ask(address + question);
                if (answer.statusCode() >= BROKEN) {
                    throw new AssertionError(answer.statusCode() + " " + address + question);
                }
                opened(address + question, answer.body(), listener);
            }
        }
    }

    private static void opened(String place, byte[] told, BiConsumer<String, byte[]> listener) {
        listener.accept(place, told);
        if (told.length < 2 || told[0] != 'P' || told[1] != 'K') {
            return;
        }
        try {
            Path file = Files.write(Files.createTempFile("answer", ".zip"), told);
            try (ZipFile archive = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(archive.entries())) {
                    listener.accept(
                            place + "!" + entry.getName(),
                            archive.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(place, e);
        }
    }

    private List<String> filled(String address) {
        Matcher gap = GAP.matcher(address);
        if (!gap.find()) {
            return List.of(address);
        }
        return gaps.getOrDefault(gap.group(1), List.of()).stream()
                .map(value -> address.substring(0, gap.end(1)) + "/" + URLEncoder.encode(value, StandardCharsets.UTF_8)
                        + address.substring(gap.end()))
                .flatMap(next -> filled(next).stream())
                .toList();
    }
}
