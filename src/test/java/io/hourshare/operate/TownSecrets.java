package io.hourshare.operate;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.kernel.ResidentNumber;
import io.hourshare.publish.Visibility;
import io.hourshare.sandbox.SandboxTown;
import io.hourshare.sandbox.TrueRecord;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a town's sources hold that is not for everybody, as words long enough to be told from others; what the sources
 * say openly as well is no secret.
 */
final class TownSecrets {

    /** Telephones, mail addresses and figures of seven digits that are not round; others are met by chance. */
    private static final Pattern TELLING = Pattern.compile("[0-9-]{11,}|-?[0-9]{5,}\\.[0-9][1-9]|\\S+@\\S+");

    private final Set<String> identityNumbers = new TreeSet<>();
    private final Set<String> neverKept = new TreeSet<>();
    private final Set<String> unpublishedFigures = new TreeSet<>();
    private final Set<String> personsDecisions = new TreeSet<>();
    private final Set<String> restricted = new TreeSet<>();
    private final Set<String> bearers = new TreeSet<>();
    private final Set<String> open = new HashSet<>();
    private final Visibility visibility;
    private final Catalogue catalogue;

    TownSecrets(SandboxTown town, Catalogue catalogue, List<Instant> hours) {
        this.catalogue = catalogue;
        this.visibility = new Visibility(catalogue);
        for (Feed feed : catalogue.feeds()) {
            for (Instant hour : hours) {
                town.truth(feed.id().toString(), hour).forEach(record -> gather(feed, record));
            }
        }
        Set<String> any = new HashSet<>(restricted);
        any.addAll(open);
        restricted.removeIf(word -> !TELLING.matcher(word).matches());
        restricted.removeAll(wordsOf(restricted, open));
        for (Set<String> words : List.of(neverKept, unpublishedFigures)) {
            words.removeIf(word -> !TELLING.matcher(word).matches());
            words.removeAll(wordsOf(words, any));
        }
    }

    /** Those that are told elsewhere too, as a whole or as a part: by chance, or because they are no secret. */
    private static Set<String> wordsOf(Set<String> words, Set<String> told) {
        return new WordFinder(words).in(String.join("\n", told).getBytes(StandardCharsets.UTF_8));
    }

    /** Secrets by what they are. */
    Map<String, Set<String>> kinds() {
        return Map.of(
                "identity numbers of natural persons, in whatever column", identityNumbers,
                "values of fields that are never kept: telephones and mail addresses of annual reports", neverKept,
                "figures that an enterprise chose not to publish and that were sent all the same", unpublishedFigures,
                "numbers of decisions about natural persons among those about enterprises", personsDecisions,
                "telephones and figures that only some may see", restricted);
    }

    Set<String> all() {
        Set<String> all = ofNobody();
        all.addAll(restricted);
        return all;
    }

    /** What is for nobody, whatever the role. */
    Set<String> ofNobody() {
        Set<String> all = new TreeSet<>();
        List.of(identityNumbers, neverKept, unpublishedFigures, personsDecisions)
                .forEach(all::addAll);
        return all;
    }

    /** Names of enterprises whose own records hold identity numbers. */
    Set<String> bearers() {
        return bearers;
    }

    private void gather(Feed feed, TrueRecord record) {
        boolean person = record.sent().containsValue("自然人");
        record.sent().forEach((column, value) -> {
            String name = column.replaceFirst("#.*", "");
            String plain = plain(value);
            if (ResidentNumber.isResidentNumber(plain) && !isPermit(feed, name)) {
                identityNumbers.add(plain);
                named(feed, record).ifPresent(bearers::add);
            } else if (!person) {
                place(feed, record, name).add(value);
            } else if (mapping(feed, name)
                    .filter(one -> one.as().equals("document-no"))
                    .isPresent()) {
                personsDecisions.add(record.meant().getOrDefault(name, value));
            }
        });
    }

    /** A region, a day and a serial: some permits' numbers are an identity number's, too. */
    private static boolean isPermit(Feed feed, String column) {
        return mapping(feed, column).filter(one -> one.as().equals("permit-no")).isPresent();
    }

    private static Optional<String> named(Feed feed, TrueRecord record) {
        return feed.job().map().stream()
                .filter(one -> one.canonical().equals("ent_name"))
                .map(one -> record.meant().get(one.from().get(0)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private Collection<String> place(Feed feed, TrueRecord record, String column) {
        Optional<FieldMapping> mapping = mapping(feed, column);
        String flag = mapping.map(one -> one.options().get("only-if")).orElse(null);
        if (feed.contract()
                .field(column)
                .filter(one -> one.disposition() == Disposition.DROP)
                .isPresent()) {
            return neverKept;
        }
        if (flag != null && !"1".equals(record.sent().get(flag))) {
            return unpublishedFigures;
        }
        CanonicalEntity entity = catalogue.entities().get(feed.job().into());
        return mapping.flatMap(one -> entity.field(one.canonical()))
                        .filter(field -> visibility.isRestricted(entity, field))
                        .isPresent()
                ? restricted
                : open;
    }

    private static Optional<FieldMapping> mapping(Feed feed, String column) {
        return feed.job().map().stream()
                .filter(one -> one.from().contains(column))
                .findFirst();
    }
}
