package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Departments;
import io.hourshare.contract.Feed;
import io.hourshare.serve.ServingApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** In English nothing stays Chinese but data; in Chinese no key of a message shows. */
class EnglishPagesTest {

    private static final Pattern SAID =
            Pattern.compile(">([^<]+)<|(?:title|placeholder|aria-label|alt|data-done)=\"([^\"]*)\"");
    private static final String RECORD = "<td class=\"excerpt\">[^<]*</td>";
    private static final String QUANTITY = "^[\\d,.]+ (万元|人|平方米|亩)$";
    private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]+");

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static List<String> data;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        ShownPages.fill(application);
        data = data();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void noPageMixesLanguages() throws Exception {
        application.getOpenly("/display?language=en");
        Set<String> left = new TreeSet<>();
        for (var page : ShownPages.all().entrySet()) {
            String html = application.getOpenly(page.getValue()).body();
            chinese(html).forEach(text -> left.add(text + "   ← " + page.getKey()));
        }
        application.getOpenly("/display?language=zh");

        assertThat(left).isEmpty();
    }

    @Test
    void noPageShowsTheKeyOfAMessage() throws Exception {
        for (String path : ShownPages.all().values()) {
            assertThat(application.getOpenly(path).body())
                    .as(path)
                    .doesNotContainPattern("\\?\\?[\\w.]+\\?\\?|\\{\\d[#!]?}|>null<");
        }
    }

    /** Whatever is held to for every page is held to for each that there is. */
    @Test
    void everyPageThatCanBeOpenedIsShown() {
        Set<String> unseen = new TreeSet<>();
        application.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(page -> isPage(page.getKey(), page.getValue()))
                .map(page -> page.getKey().getPathPatternsCondition().getPatterns())
                .filter(patterns -> ShownPages.all().values().stream().noneMatch(path -> matches(patterns, path)))
                .forEach(patterns -> unseen.add(patterns.toString()));

        assertThat(unseen)
                .as("parts of a page, and a switch that leads back")
                .containsExactly("[/code-advice]", "[/display]");
    }

    private static boolean isPage(RequestMappingInfo asked, HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.hourshare.web")
                && method.getReturnType().getParameterType() == String.class
                && asked.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static boolean matches(Set<PathPattern> patterns, String path) {
        PathContainer plain = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return patterns.stream().anyMatch(pattern -> pattern.matches(plain));
    }

    /** What a page says in Chinese though it is no datum. */
    private static Stream<String> chinese(String html) {
        Set<String> said = new TreeSet<>();
        Matcher matcher = SAID.matcher(html.replaceAll(RECORD, ""));
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            String rest = text.replaceFirst(QUANTITY, "");
            for (String datum : data) {
                rest = rest.replace(datum, "");
            }
            if (HAN.matcher(rest).find()) {
                said.add(text.strip());
            }
        }
        return said.stream();
    }

    /** Values, and the names that catalogue and departments give to things; longest first. */
    private static List<String> data() throws Exception {
        Set<String> words = new TreeSet<>(List.of("简体中文"));
        words.addAll(ShownPages.SAID);
        Catalogue catalogue = application.context().getBean(Catalogue.class);
        words.addAll(new Departments(catalogue).all().values());
        for (Feed feed : catalogue.feeds()) {
            words.addAll(List.of(
                    feed.contract().title(),
                    feed.contract().owner(),
                    feed.contract().shareBasis()));
            feed.contract().fields().forEach(field -> words.add(field.title()));
        }
        for (CanonicalEntity entity : catalogue.entities().values()) {
            words.add(entity.title());
            for (CanonicalField field : entity.fields()) {
                words.add(field.title());
                words.add("（" + field.unit() + "）");
            }
        }
        for (CodeList list : catalogue.codeLists().values()) {
            list.rows().forEach(row -> words.addAll(row.values()));
        }
        for (String path : List.of(
                "/api/v1/enterprises/" + ShownTown.FULL,
                "/api/v1/enterprises/" + ShownTown.SPARSE,
                "/api/v1/enterprises?q=changan")) {
            Matcher value = VALUE.matcher(application.get(path).body());
            while (value.find()) {
                words.add(value.group(1));
            }
        }
        words.removeIf(word -> !HAN.matcher(word).find());
        List<String> longest = new ArrayList<>(words);
        longest.sort(Comparator.comparingInt(String::length).reversed());
        return longest;
    }
}
