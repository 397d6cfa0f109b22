package io.hourshare.normalize.decode.text;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one place that makes XML parsers: they know neither DTDs nor entities beyond the five, and open nothing. */
public final class HardenedXml {

    private static final XMLInputFactory FACTORY = factory();

    private HardenedXml() {}

    public static XMLStreamReader reader(Reader text) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(text);
        }
    }

    public static XMLStreamReader reader(InputStream bytes) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(bytes);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // prefixes may be declared outside a cut
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
