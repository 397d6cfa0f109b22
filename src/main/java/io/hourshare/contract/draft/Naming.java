package io.hourshare.contract.draft;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.kernel.FeedId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each mapped column its canonical name: the word that is agreed for it, or one of the feed's own. */
final class Naming {

    /** Words that say nothing without their feed: in a profile of all departments they would run into each other. */
    private static final Set<String> GENERIC = Set.of(
            "zhuangtai",
            "riqi",
            "shijian",
            "leixing",
            "leibie",
            "beizhu",
            "shuoming",
            "mingcheng",
            "bianhao",
            "daima",
            "dengji",
            "jibie",
            "jine",
            "jieguo",
            "neirong",
            "shuliang",
            "niandu",
            "yuefen",
            "index",
            "id",
            "type",
            "status",
            "state",
            "name",
            "code",
            "date",
            "time",
            "remark",
            "note",
            "no",
            "title",
            "level",
            "year",
            "month",
            "amount",
            "value",
            "currency",
            "count");

    private final FeedId id;
    private final Set<String> taken;
    private final boolean inProfile;

    /** @param inProfile whether the columns become the profile's, where other feeds have theirs */
    Naming(FeedId id, Catalogue catalogue, boolean inProfile) {
        this.id = id;
        this.inProfile = inProfile;
        this.taken = inProfile ? taken(id, catalogue) : Set.of();
    }

    private static Set<String> taken(FeedId id, Catalogue catalogue) {
        Set<String> taken = new HashSet<>();
        CanonicalEntity enterprise = catalogue.entities().get(CanonicalEntity.ENTERPRISE);
        if (enterprise != null) {
            enterprise.fields().stream().map(CanonicalField::name).forEach(taken::add);
        }
        for (Feed other : catalogue.feeds()) {
            if (!other.id().equals(id) && other.job().into().equals(CanonicalEntity.ENTERPRISE)) {
                other.job().map().stream().map(FieldMapping::canonical).forEach(taken::add);
            }
        }
        return taken;
    }

    Map<String, ColumnGuess> of(List<ColumnGuess> guesses) {
        Map<String, ColumnGuess> names = new LinkedHashMap<>();
        for (ColumnGuess guess : guesses) {
            if (guess.mapped()) {
                String wished = guess.canonical();
                boolean given = wished == null || names.containsKey(wished) || outdone(guess, wished, guesses);
                names.put(given ? own(guess, names) : wished, guess);
            }
        }
        return names;
    }

    /** A bank's name looks like an enterprise's; the column that is headed so has the better claim, wherever it stands. */
    private static boolean outdone(ColumnGuess guess, String wished, List<ColumnGuess> guesses) {
        return !Heading.says(guess.column(), wished)
                && guesses.stream()
                        .anyMatch(other -> wished.equals(other.canonical()) && Heading.says(other.column(), wished));
    }

    private String own(ColumnGuess guess, Map<String, ColumnGuess> names) {
        String prefix = id.name().replace('-', '_');
        String word = Spelling.identifier(guess.column());
        boolean unclear = inProfile && GENERIC.contains(word) || taken.contains(word) || names.containsKey(word);
        String name = unclear ? prefix + "_" + word : word;
        for (int i = 2; names.containsKey(name) || unclear && taken.contains(name); i++) {
            name = prefix + "_" + word + "_" + i;
        }
        return name;
    }
}
