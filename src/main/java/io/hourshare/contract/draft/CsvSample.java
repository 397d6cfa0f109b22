package io.hourshare.contract.draft;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hourshare.contract.SourceFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads delimited text in UTF-8 or GB18030. */
final class CsvSample {

    private static final String DELIMITERS = ",\t;|^";

    private static final int HEADING_WITHIN = 20;

    private CsvSample() {}

    static Sample read(byte[] bytes) {
        Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        String text = new String(bytes, charset).replace("\ufeff", "");
        char delimiter = delimiter(text);
        Map<String, String> options = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        notes.add("字符集：" + charset.name() + "；分隔符：" + (delimiter == '\t' ? "制表符" : "“" + delimiter + "”"));
        if (charset != StandardCharsets.UTF_8) {
            options.put("charset", charset.name());
        }
        if (delimiter != ',') {
            options.put("delimiter", String.valueOf(delimiter));
        }
        Table table = Table.of(rows(text, delimiter));
        List<String> names = table.names();
        notes.addAll(table.notes(names));
        return Sample.table(SourceFormat.CSV, options, table.records(names), notes, names, table.titleUnit());
    }

    private static List<List<String>> rows(String text, char delimiter) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            return csv.stream()
                    .limit(Sample.ENOUGH + 1L)
                    .map(CsvRecord::getFields)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that most lines use most: a title uses none. */
    private static char delimiter(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(HEADING_WITHIN)
                .toList();
        char best = ',';
        for (char one : DELIMITERS.toCharArray()) {
            if (usual(lines, one) > usual(lines, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long usual(List<String> lines, char sought) {
        long[] counts =
                lines.stream().mapToLong(line -> count(line, sought)).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    private static long count(String text, char sought) {
        return text.chars().filter(one -> one == sought).count();
    }

    /** A multi-byte character cut at the end of the sample is no reason to call it something else. */
    static boolean isUtf8(byte[] bytes) {
        for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
                return true;
            } catch (CharacterCodingException notYet) {
                continue;
            }
        }
        return false;
    }
}
