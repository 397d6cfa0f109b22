package io.hourshare.normalize;

import java.util.List;

/**
 * What became of one landed object.
 *
 * @param object name of the landed file
 * @param records path of the accepted records below the data root
 * @param quarantine path of the quarantined ones; none where there are none
 * @param framed records as the source counts them; fewer than received where nested lists were exploded
 * @param unframeable quarantined records that could not be taken apart
 * @param unknown names in the data that the contract does not have
 * @param absent contract fields that a table's header lacks
 */
record NormalizedPart(
        String object,
        String records,
        List<String> quarantine,
        long framed,
        long received,
        long accepted,
        long quarantined,
        long dropped,
        long deletions,
        long warnings,
        long unframeable,
        List<String> unknown,
        List<String> absent) {

    NormalizedPart {
        quarantine = List.copyOf(quarantine);
        unknown = List.copyOf(unknown);
        absent = List.copyOf(absent);
    }

    /** The accepted records alone: those that were sent back are counted where they are tried again. */
    NormalizedPart acceptedAlone() {
        return new NormalizedPart(
                object,
                records,
                List.of(),
                framed,
                received,
                accepted,
                quarantined,
                dropped,
                deletions,
                warnings,
                0,
                unknown,
                absent);
    }
}
