package io.hourshare.normalize.decode.xml;

import io.hourshare.kernel.HardenedXml;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.Exploder;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.fault.Reason;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the elements and attributes of one record element; nested ones by their path, {@code owner.name}. */
final class XmlRecords implements FieldReader, Exploder {

    private final FieldNames names;
    private final TextDecoding decoding;
    private final Excerpts excerpts;
    private final List<String> explode;

    /** @param explode names of the nested elements, from the outer to the inner, whose occurrences become rows */
    XmlRecords(FieldNames names, TextDecoding decoding, Excerpts excerpts, List<String> explode) {
        this.names = names;
        this.decoding = decoding;
        this.excerpts = excerpts;
        this.explode = explode;
    }

    @Override
    public void read(byte[] record, RowBuffer row) {
        try {
            rows(record).get(0).forEach(row::field);
        } catch (DamagedRecordException e) {
            row.fail(e.reason(), excerpts.of(record));
        }
    }

    @Override
    public List<Map<Integer, byte[]>> rows(byte[] record) throws DamagedRecordException {
        byte[] utf8 = decoding.toUtf8(record);
        if (utf8 == null) {
            throw new DamagedRecordException(Reason.BAD_ENCODING);
        }
        Reading reading = new Reading();
        try {
            XMLStreamReader xml =
                    HardenedXml.reader(new StringReader(markup(new String(utf8, StandardCharsets.UTF_8))));
            while (xml.hasNext()) {
                reading.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            boolean nul = new String(utf8, StandardCharsets.UTF_8).contains("&#0;");
            throw new DamagedRecordException(nul ? Reason.NUL_CHARACTER : Reason.MALFORMED_RECORD);
        }
        return reading.rows();
    }

    /** A record out of a document that stood escaped in a text begins with an escape. */
    private static String markup(String record) throws XMLStreamException {
        if (!record.startsWith("&")) {
            return record;
        }
        XMLStreamReader text = HardenedXml.reader(new StringReader("<t>" + record + "</t>"));
        text.nextTag();
        return text.getElementText();
    }

    /** What has been read of one record. */
    private final class Reading {

        private final Member own = new Member(null, 0, new HashMap<>(), new ArrayList<>());
        private final Deque<Member> open = new ArrayDeque<>(List.of(own));
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean leaf;

        void event(XMLStreamReader xml, int event) throws DamagedRecordException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // comments and the like say nothing
                }
            }
        }

        private void start(XMLStreamReader xml) throws DamagedRecordException {
            String name = local(xml.getLocalName());
            if (open.size() <= explode.size() && name.equals(explode.get(open.size() - 1))) {
                Member member = new Member(name, path.size() + 1, new HashMap<>(), new ArrayList<>());
                open.element().members().add(member);
                open.push(member);
            }
            path.addLast(name);
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                put(local(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
            }
            text.setLength(0);
            leaf = true;
        }

        private void end() throws DamagedRecordException {
            if (leaf && path.size() > 1) {
                put(dotted(), text.toString());
            }
            if (open.size() > 1 && path.size() == open.element().depth()) {
                open.pop();
            }
            path.removeLast();
            leaf = false;
        }

        /** Path below the record, or below the member where one is open. */
        private String dotted() {
            int from = open.size() > 1 ? Math.min(open.element().depth(), path.size() - 1) : 1;
            return String.join(".", new ArrayList<>(path).subList(from, path.size()));
        }

        private void put(String name, String value) throws DamagedRecordException {
            Member target = open.element();
            int column = target.name() == null ? FieldNames.NONE : names.column(target.name() + "." + name);
            column = column == FieldNames.NONE ? names.column(name) : column;
            if (column == FieldNames.NONE && name.indexOf('.') > 0) {
                column = names.column(name.substring(name.lastIndexOf('.') + 1));
            }
            if (column == FieldNames.NONE) {
                names.unknown(name);
            }
            if (column == FieldNames.NONE || value.isEmpty()) {
                return;
            }
            if (target.fields().put(column, value.getBytes(StandardCharsets.UTF_8)) != null) {
                throw new DamagedRecordException(Reason.DUPLICATE_FIELD);
            }
        }

        List<Map<Integer, byte[]>> rows() {
            List<Map<Integer, byte[]>> members = new ArrayList<>();
            own.members().forEach(member -> member.rows(Map.of(), members));
            return Exploder.combined(own.fields(), members, names);
        }

        private String local(String name) {
            return name.substring(name.indexOf(':') + 1);
        }
    }

    /** An occurrence of an element that is taken apart; the record itself has no name here. */
    private record Member(@Nullable String name, int depth, Map<Integer, byte[]> fields, List<Member> members) {

        /** One row, or one for each member within, which has what stands around it as well. */
        void rows(Map<Integer, byte[]> around, List<Map<Integer, byte[]>> rows) {
            Map<Integer, byte[]> all = new HashMap<>(around);
            all.putAll(fields);
            if (members.isEmpty()) {
                rows.add(all);
            }
            members.forEach(member -> member.rows(all, rows));
        }
    }
}
