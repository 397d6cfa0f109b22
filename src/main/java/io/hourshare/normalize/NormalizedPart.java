package io.hourshare.normalize;

import java.util.List;

/**
 * What became of one landed object.
 *
 * @param records path of the accepted records below the data root
 * @param quarantine path of the quarantined ones; none where there are none
 * @param framed records as the source counts them; fewer than received where nested lists were exploded
 */
record NormalizedPart(
        String records,
        List<String> quarantine,
        long framed,
        long received,
        long accepted,
        long quarantined,
        long dropped,
        long deletions,
        long warnings) {

    NormalizedPart {
        quarantine = List.copyOf(quarantine);
    }
}
