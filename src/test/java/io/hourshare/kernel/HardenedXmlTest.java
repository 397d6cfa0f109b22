package io.hourshare.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedXmlTest {

    @Test
    void escapedCharactersAreNotCountedAsEntities() throws XMLStreamException {
        assertThat(read("<a>" + "&lt;row&gt;".repeat(100_000) + "</a>")).hasSize(500_000);
    }

    @Test
    void elementsMayHaveManyAttributesAndDepths() throws XMLStreamException {
        StringBuilder wide = new StringBuilder("<a");
        IntStream.range(0, 1_000).forEach(i -> wide.append(" f").append(i).append("='1'"));

        assertThat(read(wide + ">x</a>")).isEqualTo("x");
        assertThat(read("<a>".repeat(500) + "x" + "</a>".repeat(500))).isEqualTo("x");
    }

    @ParameterizedTest
    @Tag("F44")
    @ValueSource(strings = {"<!ENTITY e SYSTEM 'file:///etc/hostname'>", "<!ENTITY e 'text'>"})
    void declaredEntitiesAreRefused(String entity) {
        assertThatThrownBy(() -> read("<!DOCTYPE a [" + entity + "]><a>&e;</a>"))
                .isInstanceOf(XMLStreamException.class);
    }

    private static String read(String xml) throws XMLStreamException {
        XMLStreamReader reader = HardenedXml.factory().createXMLStreamReader(new StringReader(xml));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.CHARACTERS) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }
}
