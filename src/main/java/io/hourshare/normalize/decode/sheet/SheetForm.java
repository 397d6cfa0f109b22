package io.hourshare.normalize.decode.sheet;

import io.hourshare.kernel.HardenedXml;
import io.hourshare.land.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What a sheet is beside its values.
 *
 * @param merged ranges over several rows, in the order of the sheet: only their first cell holds the value meant for all
 * @param hiddenRows numbers from 1
 * @param hiddenColumns numbers from 0
 */
record SheetForm(List<Range> merged, BitSet hiddenRows, BitSet hiddenColumns) {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** Rows and column count from 1 and 0, as the workbook reader counts them. */
    record Range(int firstRow, int lastRow, int column) {}

    /** @param relation id under which the workbook refers to the sheet */
    static SheetForm read(Content content, String relation) throws IOException {
        SheetForm form = new SheetForm(new ArrayList<>(), new BitSet(), new BitSet());
        try (ZipFile zip = Archives.open(content)) {
            ZipArchiveEntry sheet = zip.getEntry(target(zip, relation));
            if (sheet != null) {
                elements(zip, sheet, form::take);
            }
        }
        return form;
    }

    private void take(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (name.equals("mergeCell")) {
            add(xml.getAttributeValue(null, "ref"), merged);
        } else if (name.equals("row") && isHidden(xml)) {
            hiddenRows.set(number(xml, "r"));
        } else if (name.equals("col") && isHidden(xml)) {
            hiddenColumns.set(Math.max(number(xml, "min") - 1, 0), number(xml, "max"));
        }
    }

    private static boolean isHidden(XMLStreamReader xml) {
        String hidden = xml.getAttributeValue(null, "hidden");
        return "1".equals(hidden) || "true".equals(hidden);
    }

    /** At most what a sheet can have, whatever the file says. */
    private static int number(XMLStreamReader xml, String attribute) {
        String number = xml.getAttributeValue(null, attribute);
        return number != null && number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : 0;
    }

    private static String target(ZipFile zip, String relation) throws IOException {
        List<String> found = new ArrayList<>();
        ZipArchiveEntry relations = zip.getEntry(RELATIONS);
        if (relations != null) {
            elements(zip, relations, xml -> {
                if (xml.getLocalName().equals("Relationship") && relation.equals(xml.getAttributeValue(null, "Id"))) {
                    found.add(xml.getAttributeValue(null, "Target"));
                }
            });
        }
        String target = found.isEmpty() ? "" : found.get(0);
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void elements(ZipFile zip, ZipArchiveEntry entry, Consumer<XMLStreamReader> taker)
            throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = HardenedXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    taker.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Workbook part cannot be read: " + entry.getName(), e);
        }
    }

    private static void add(String reference, List<Range> ranges) {
        Matcher parts = REFERENCE.matcher(reference);
        if (parts.matches()) {
            int first = Integer.parseInt(parts.group(2));
            int last = Integer.parseInt(parts.group(4));
            if (last > first) {
                ranges.add(new Range(first, last, column(parts.group(1))));
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
