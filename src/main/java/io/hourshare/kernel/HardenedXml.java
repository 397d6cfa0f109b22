package io.hourshare.kernel;

import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one place that makes XML parsers: they know neither document types nor entities beyond the five, and open nothing. */
public final class HardenedXml {

    /**
     * Java 24 halved and quartered what a document may hold and counts each {@code &amp;} against it, which real pages
     * exceed. Nothing expands here: how long and how deep a document may be is said where it is read.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "0",
            "jdk.xml.totalEntitySizeLimit", "0",
            "jdk.xml.elementAttributeLimit", "10000",
            "jdk.xml.maxElementDepth", "0");

    /** The JDK's parser tells text in CDATA from other text only where it is asked to. */
    private static final String CDATA_APART = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private static final XMLInputFactory PREFIXED = prefixed();

    private HardenedXml() {}

    /** A reader of text in which prefixes may be undeclared, as in a record cut from its document. */
    public static XMLStreamReader reader(Reader text) throws XMLStreamException {
        synchronized (PREFIXED) {
            return PREFIXED.createXMLStreamReader(text);
        }
    }

    /** As {@link #reader(Reader)}, in the encoding that the bytes declare. */
    public static XMLStreamReader reader(InputStream bytes) throws XMLStreamException {
        synchronized (PREFIXED) {
            return PREFIXED.createXMLStreamReader(bytes);
        }
    }

    /** A factory of readers that know namespaces and tell CDATA apart; not to be shared between threads. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(CDATA_APART, true);
        LIMITS.forEach(factory::setProperty);
        return factory;
    }

    private static XMLInputFactory prefixed() {
        XMLInputFactory factory = factory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(CDATA_APART, false);
        return factory;
    }
}
