package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.CatalogueSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteRulesTest {

    private static final Map<String, String> TEXTS = CatalogueSource.embedded().texts();

    static Stream<String> templates() {
        return TEXTS.keySet().stream().filter(file -> file.startsWith("routes/templates/"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theProductsOwnTemplatesPass(String file) {
        assertThatCode(() -> RouteRules.check(file, TEXTS.getOrDefault(file, "")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: {uri: \"exec:rm\"}",
                "to: {uri: \"file:/etc\", parameters: {x: y}}\n          toD: {uri: \"http:${header.x}\"}",
                "toD: {uri: \"http://source\"}",
                "to: exec:ls",
                "script: {groovy: \"'rm'.execute()\"}",
                "setBody: {groovy: \"1\"}",
                "process: {ref: someBean}",
                "bean: {ref: hourshareAsk}",
                "process: {ref: \"#class:java.io.File\"}",
                "loop: {doWhile: true, simple: \"${bean:runtime?method=exit}\"}",
                "loop: {doWhile: true, simple: \"${type:java.lang.System.getenv}\"}",
                "loop: {doWhile: true, groovy: \"true\"}",
                "recipientList: {simple: \"${header.to}\"}",
                "to: {uri: \"http://169.254.169.254\"}",
                "to: {uri: \"sftp://x\", id: y}\n          wireTap: {uri: \"http://x\"}",
                "to: {uri: sql, parameters: {dataSource: \"#class:java.io.File\"}}",
                "pollEnrich: {constant: \"file:/tmp?filter=#class:x.Y\"}",
                "pollEnrich: {constant: \"exec:ls\"}",
                "pollEnrich: {simple: \"${header.x}\"}"
            })
    void whatCouldRunCommandsOrSendDataElsewhereIsRefused(String step) {
        String text = """
                - routeTemplate:
                    id: bad
                    from:
                      uri: direct:{{feed}}
                      steps:
                        - %s
                """.formatted(step);

        assertThatThrownBy(() -> RouteRules.check("routes/templates/bad.camel.yaml", text))
                .isInstanceOf(PullFailedException.class)
                .hasMessageContaining("routes/templates/bad.camel.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- routeTemplate: {id: x, from: {uri: 'timer:x', steps: []}}",
                "- routeTemplate: {id: x, beans: [{name: a, type: java.io.File}], from: {uri: 'direct:{{feed}}'}}",
                "- beans: [{name: a, type: java.io.File}]",
                "- route: {from: {uri: 'direct:x', steps: []}}",
                "- routeTemplate: {id: !!javax.script.ScriptEngineManager []}",
                "- routeTemplate: {id: x\n"
            })
    void filesThatAreMoreThanATemplateAreRefused(String text) {
        assertThatThrownBy(() -> RouteRules.check("x.yaml", text)).isInstanceOf(RuntimeException.class);
    }
}
