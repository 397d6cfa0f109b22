package io.hourshare.serve.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One query over one index: strict readings first, looser ones only where the strict ones found little. */
public final class NameSearch {

    private static final int LITTLE = 5;
    private static final int SHORTEST_CODE_PART = 4;
    private static final int LONGEST = 60;

    private final SearchIndex index;
    private final Scope scope;
    private final String query;
    private final List<String> terms;
    private final Ranking ranking;

    public NameSearch(SearchIndex index, Scope scope, String typed) {
        this.index = index;
        this.scope = scope;
        String folded = SearchText.fold(typed);
        this.query = folded.substring(0, Math.min(folded.length(), LONGEST));
        this.terms = Arrays.stream(typed.strip().split("\\s+"))
                .map(SearchText::fold)
                .filter(term -> !term.isEmpty())
                .toList();
        this.ranking = new Ranking(index.enterprises());
    }

    public Ranking run() {
        if (query.isEmpty()) {
            all();
            return ranking;
        }
        codes();
        names();
        people();
        if (mayBePinyin()) {
            pinyin();
        }
        if (ranking.found() == 0) {
            slips();
        }
        if (ranking.found() < LITTLE) {
            abbreviations();
            addresses();
        }
        if (ranking.found() == 0) {
            similar(index.parts().withoutForm(index.parts().withoutRegion(query)));
        }
        return ranking;
    }

    /** Letters and no digit: what holds both is a code. */
    private boolean mayBePinyin() {
        return query.length() >= 2
                && query.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && query.chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    private void all() {
        BitSet current = index.current();
        for (int row = current.nextSetBit(0); row >= 0; row = current.nextSetBit(row + 1)) {
            offerName(row, MatchReason.LISTED, 0);
        }
    }

    private void codes() {
        if (query.length() < SHORTEST_CODE_PART || query.chars().anyMatch(c -> c >= 0x80)) {
            return;
        }
        TextColumn codes = index.codes();
        long signature = TextColumn.signature(query);
        for (int row = 0; row < codes.rows(); row++) {
            int place = codes.indexOf(row, query, signature);
            if (place >= 0) {
                boolean whole = codes.length(row) == query.length();
                offer(index.ownersOfCodes()[row], whole ? MatchReason.CODE : MatchReason.CODE_PART, place, 0, row);
            }
        }
    }

    private void slips() {
        if (query.length() < CodeSlip.SHORTEST || query.chars().anyMatch(c -> c >= 0x80)) {
            return;
        }
        CodeSlip slip = new CodeSlip(query);
        for (int row = 0; row < index.codes().rows(); row++) {
            if (slip.isSlipOf(index.codes(), row)) {
                offer(index.ownersOfCodes()[row], MatchReason.CODE_SIMILAR, 0, 0, row);
            }
        }
    }

    private void names() {
        TextColumn names = index.names();
        long signature = TextColumn.signature(query);
        for (int row = 0; row < names.rows(); row++) {
            int place = names.indexOf(row, query, signature);
            if (place >= 0) {
                offerName(row, reason(row, place), place);
            }
        }
    }

    /** Whole names only: a part of a person's name says nothing of who is meant. */
    private void people() {
        TextColumn people = index.people();
        if (query.length() < 2) {
            return;
        }
        long signature = TextColumn.signature(query);
        for (int row = 0; row < people.rows(); row++) {
            if (people.length(row) == query.length() && people.indexOf(row, query, signature) == 0) {
                offer(index.ownersOfPeople()[row], MatchReason.LEGAL_REPRESENTATIVE, 0, 0, row);
            }
        }
    }

    private MatchReason reason(int row, int place) {
        boolean current = index.current().get(row);
        if (index.names().length(row) == query.length()) {
            return current ? MatchReason.NAME : MatchReason.FORMER_NAME;
        }
        if (!current) {
            return MatchReason.FORMER_NAME_PART;
        }
        return place == 0
                ? MatchReason.NAME_PREFIX
                : startsBrand(row, place) ? MatchReason.BRAND : MatchReason.NAME_PART;
    }

    private boolean startsBrand(int row, int place) {
        return place < Integer.SIZE && (index.brands()[row] >>> place & 1) == 1;
    }

    private void pinyin() {
        PinyinMatch match = new PinyinMatch(query, index.names());
        char first = query.charAt(0);
        int initial = first >= 'A' && first <= 'Z' ? 1 << (first - 'A') : 0;
        for (int row = 0; row < index.names().rows(); row++) {
            if ((index.initials()[row] & initial) == initial && inScope(index.ownersOfNames()[row])) {
                pinyin(match, row, initial);
            }
        }
    }

    private void pinyin(PinyinMatch match, int row, int initial) {
        TextColumn names = index.names();
        for (int start = 0; start < names.length(row); start++) {
            boolean possible = (Readings.initials(names.at(row, start)) & initial) == initial;
            int abbreviated = possible ? match.abbreviated(row, start) : PinyinMatch.NONE;
            if (abbreviated != PinyinMatch.NONE) {
                boolean letters = abbreviated == query.length();
                int place = start == 0 || startsBrand(row, start) ? 0 : 8 + start;
                offerName(
                        row,
                        letters ? MatchReason.INITIALS : MatchReason.PINYIN,
                        place + 32 * Math.min(abbreviated, 5));
            }
        }
    }

    /** The query's characters (or its terms) stand in the name in order, with gaps. */
    private void abbreviations() {
        if (query.length() < 2 || query.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        TextColumn names = index.names();
        long signature = TextColumn.signature(terms.size() > 1 ? String.join("", terms) : query);
        for (int row = 0; row < names.rows(); row++) {
            if ((signature & ~names.signature(row)) == 0 && (inOrder(row) || allTerms(row))) {
                offerName(row, MatchReason.NAME_ABBREVIATION, 0);
            }
        }
    }

    private boolean inOrder(int row) {
        TextColumn names = index.names();
        int matched = 0;
        for (int i = 0; i < names.length(row) && matched < query.length(); i++) {
            if (names.at(row, i) == query.charAt(matched)) {
                matched++;
            }
        }
        return matched == query.length();
    }

    private boolean allTerms(int row) {
        return terms.size() > 1 && terms.stream().allMatch(term -> index.names().indexOf(row, term, 0) >= 0);
    }

    private void addresses() {
        if (query.length() < 3) {
            return;
        }
        TextColumn addresses = index.addresses();
        long signature = TextColumn.signature(query);
        for (int enterprise = 0; enterprise < addresses.rows(); enterprise++) {
            int place = addresses.indexOf(enterprise, query, signature);
            if (place >= 0) {
                offer(enterprise, MatchReason.ADDRESS, place, addresses.length(enterprise), enterprise);
            }
        }
    }

    private void similar(String wanted) {
        NearMatch near = new NearMatch(wanted);
        if (near.budget() == 0) {
            return;
        }
        long signature = TextColumn.signature(wanted);
        TextColumn names = index.names();
        for (int row = 0; row < names.rows(); row++) {
            if (Long.bitCount(signature & ~names.signature(row)) <= near.missing()
                    && inScope(index.ownersOfNames()[row])) {
                int cost = near.cost(names, row);
                if (cost <= near.budget()) {
                    offerName(row, MatchReason.SIMILAR, cost);
                }
            }
        }
    }

    private void offerName(int row, MatchReason reason, int penalty) {
        offer(index.ownersOfNames()[row], reason, penalty, index.names().length(row), row);
    }

    private void offer(int enterprise, MatchReason reason, int penalty, int length, int row) {
        if (inScope(enterprise)) {
            ranking.offer(enterprise, reason, index.active().get(enterprise), penalty, length, row);
        }
    }

    private boolean inScope(int enterprise) {
        return scope == Scope.COUNTY || index.inPark().get(enterprise);
    }
}
