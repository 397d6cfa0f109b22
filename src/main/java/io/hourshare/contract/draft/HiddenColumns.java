package io.hourshare.contract.draft;

import io.hourshare.kernel.HardenedXml;
import java.io.IOException;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Which columns a sheet hides: what people hide from each other they do not mean to publish. */
final class HiddenColumns {

    private static final int MOST_COLUMNS = 16_384;

    private HiddenColumns() {}

    /** @param index of the sheet from 0 */
    static BitSet of(byte[] workbook, int index) throws IOException {
        String part = "xl/worksheets/sheet" + (index + 1) + ".xml";
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            ZipArchiveEntry entry = zip.getEntry(part);
            return entry == null
                    ? new BitSet()
                    : columns(HardenedXml.factory().createXMLStreamReader(zip.getInputStream(entry)));
        } catch (XMLStreamException e) {
            throw new IOException("Sheet cannot be read: " + part, e);
        }
    }

    /** They stand before the rows. */
    private static BitSet columns(XMLStreamReader xml) throws XMLStreamException {
        BitSet hidden = new BitSet();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("sheetData")) {
                break;
            }
            String value = xml.getLocalName().equals("col") ? xml.getAttributeValue(null, "hidden") : null;
            if ("1".equals(value) || "true".equals(value)) {
                int first = Integer.parseInt(xml.getAttributeValue(null, "min"));
                int last = Integer.parseInt(xml.getAttributeValue(null, "max"));
                hidden.set(first - 1, Math.min(last, MOST_COLUMNS));
            }
        }
        return hidden;
    }
}
