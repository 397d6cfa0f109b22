package io.hourshare.serve.search;

import io.hourshare.engine.Session;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names, codes and addresses of one snapshot in memory, by enterprise and row; immutable once built.
 *
 * @param ids enterprise ids; an enterprise's number is its row
 * @param ownersOfNames enterprise of each name
 * @param people legal representatives whom everybody may see
 * @param current names that are borne now
 * @param initials bits of the possible first letters of each name's characters
 * @param brands places where each name's brand may begin, as bits
 */
public record SearchIndex(
        TextColumn ids,
        BitSet inPark,
        BitSet active,
        TextColumn addresses,
        TextColumn names,
        int[] ownersOfNames,
        BitSet current,
        int[] initials,
        int[] brands,
        TextColumn codes,
        int[] ownersOfCodes,
        TextColumn people,
        int[] ownersOfPeople,
        NameParts parts) {

    private static final Set<String> GONE =
            Set.of("注销", "吊销", "迁出", "撤销", "CANCELLED", "REVOKED", "MOVED_OUT", "RESCINDED");

    public int enterprises() {
        return ids.rows();
    }

    public static SearchIndex build(Session session, Collection<String> regions) {
        return new Builder(new NameParts(regions)).read(session).build();
    }

    /** What is collected while the snapshot is read. */
    static final class Builder {

        private final NameParts parts;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final TextColumn.Builder ids = new TextColumn.Builder();
        private final TextColumn.Builder addresses = new TextColumn.Builder();
        private final TextColumn.Builder names = new TextColumn.Builder();
        private final TextColumn.Builder codes = new TextColumn.Builder();
        private final TextColumn.Builder people = new TextColumn.Builder();
        private final BitSet inPark = new BitSet();
        private final BitSet active = new BitSet();
        private final BitSet current = new BitSet();
        private int[] ownersOfNames = new int[1024];
        private int[] initials = new int[1024];
        private int[] brands = new int[1024];
        private int[] ownersOfCodes = new int[1024];
        private int[] ownersOfPeople = new int[1024];

        Builder(NameParts parts) {
            this.parts = parts;
        }

        private Builder read(Session session) {
            session.query(
                    "select enterprise_id, status, address, in_park from summary order by enterprise_id",
                    row -> enterprise(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            session.query(
                    "select enterprise_id, name, kind from name order by enterprise_id, kind, name",
                    row -> name(row.getString(1), row.getString(2), row.getString(3)));
            session.query(
                    "select enterprise_id, code from code order by enterprise_id, code",
                    row -> code(row.getString(1), row.getString(2)));
            // Snapshots of before this table was published are served too.
            if (session.number("select count(*) from information_schema.tables where table_name = 'person'") > 0) {
                session.query(
                        "select enterprise_id, name from person order by enterprise_id, name",
                        row -> person(row.getString(1), row.getString(2)));
            }
            return this;
        }

        SearchIndex build() {
            return new SearchIndex(
                    ids.build(),
                    inPark,
                    active,
                    addresses.build(),
                    names.build(),
                    Arrays.copyOf(ownersOfNames, names.rows()),
                    current,
                    Arrays.copyOf(initials, names.rows()),
                    Arrays.copyOf(brands, names.rows()),
                    codes.build(),
                    Arrays.copyOf(ownersOfCodes, codes.rows()),
                    people.build(),
                    Arrays.copyOf(ownersOfPeople, people.rows()),
                    parts);
        }

        boolean enterprise(String id, @Nullable String status, @Nullable String address, boolean park) {
            int number = ids.rows();
            numbers.put(id, number);
            ids.add(id);
            addresses.add(address == null ? "" : SearchText.fold(address));
            inPark.set(number, park);
            active.set(number, status == null || GONE.stream().noneMatch(status::contains));
            return true;
        }

        boolean name(String id, @Nullable String name, String kind) {
            Integer owner = numbers.get(id);
            String folded = name == null ? "" : SearchText.fold(name);
            if (owner == null || folded.isEmpty()) {
                return false;
            }
            int row = names.rows();
            if (row == ownersOfNames.length) {
                ownersOfNames = Arrays.copyOf(ownersOfNames, row * 2);
                initials = Arrays.copyOf(initials, row * 2);
                brands = Arrays.copyOf(brands, row * 2);
            }
            names.add(folded);
            ownersOfNames[row] = owner;
            initials[row] = Readings.initials(folded);
            brands[row] = parts.brandStarts(folded);
            current.set(row, !"former".equals(kind));
            return true;
        }

        boolean code(String id, @Nullable String code) {
            Integer owner = numbers.get(id);
            if (owner == null || code == null) {
                return false;
            }
            int row = codes.rows();
            if (row == ownersOfCodes.length) {
                ownersOfCodes = Arrays.copyOf(ownersOfCodes, row * 2);
            }
            codes.add(SearchText.fold(code));
            ownersOfCodes[row] = owner;
            return true;
        }

        boolean person(String id, @Nullable String name) {
            Integer owner = numbers.get(id);
            String folded = name == null ? "" : SearchText.fold(name);
            if (owner == null || folded.isEmpty()) {
                return false;
            }
            int row = people.rows();
            if (row == ownersOfPeople.length) {
                ownersOfPeople = Arrays.copyOf(ownersOfPeople, row * 2);
            }
            people.add(folded);
            ownersOfPeople[row] = owner;
            return true;
        }
    }
}
