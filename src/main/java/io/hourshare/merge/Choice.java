package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.FeedId;
import java.util.List;

/**
 * What one record is chosen for: an attribute, or a group of attributes that must come from one source.
 *
 * @param lead the attribute that a record should have to be chosen
 * @param order feeds from first to last choice; all others come after them
 */
record Choice(String name, String lead, List<FeedId> order) {

    /** The choice that decides a field, given all fields of the profile in the contract's order. */
    static Choice of(CanonicalField field, List<CanonicalField> all, Survivorship survivorship) {
        List<String> members = field.group() == null
                ? List.of(field.name())
                : all.stream()
                        .filter(other -> field.group().equals(other.group()))
                        .map(CanonicalField::name)
                        .toList();
        List<FeedId> order = members.stream()
                .filter(survivorship.order()::containsKey)
                .map(survivorship.order()::get)
                .findFirst()
                .orElse(List.of());
        String name = field.group() == null ? field.name() : "group:" + field.group();
        return new Choice(name, members.get(0), order);
    }

    int priority(FeedId feed) {
        int place = order.indexOf(feed);
        return place < 0 ? order.size() + 1 : place + 1;
    }

    boolean names(FeedId feed) {
        return order.contains(feed);
    }
}
