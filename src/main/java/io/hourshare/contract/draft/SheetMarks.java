package io.hourshare.contract.draft;

import io.hourshare.kernel.HardenedXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What a sheet's part says beside its cells.
 *
 * @param hidden columns that it hides: what people hide from each other they do not mean to publish
 * @param merged references of merged cells, {@code A3:A7}
 */
record SheetMarks(BitSet hidden, List<String> merged) {

    private static final int MOST_COLUMNS = 16_384;

    /** @param index of the sheet from 0 */
    static SheetMarks of(byte[] workbook, int index) throws IOException {
        String part = "xl/worksheets/sheet" + (index + 1) + ".xml";
        SheetMarks marks = new SheetMarks(new BitSet(), new ArrayList<>());
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            ZipArchiveEntry entry = zip.getEntry(part);
            if (entry != null) {
                marks.read(HardenedXml.factory().createXMLStreamReader(zip.getInputStream(entry)));
            }
            return marks;
        } catch (XMLStreamException e) {
            throw new IOException("Sheet cannot be read: " + part, e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("mergeCell")) {
                merged.add(String.valueOf(xml.getAttributeValue(null, "ref")));
            }
            String value = xml.getLocalName().equals("col") ? xml.getAttributeValue(null, "hidden") : null;
            if ("1".equals(value) || "true".equals(value)) {
                int first = Integer.parseInt(xml.getAttributeValue(null, "min"));
                int last = Integer.parseInt(xml.getAttributeValue(null, "max"));
                hidden.set(first - 1, Math.min(last, MOST_COLUMNS));
            }
        }
    }
}
