package io.hourshare.publish;

/**
 * What is said of a publication beside its profiles.
 *
 * @param run id of the run that publishes, as the journal and the REST interface name it
 * @param note why it is published, for people; empty for an ordinary hour
 */
public record PublicationContext(String run, String note) {

    public static PublicationContext of(String run) {
        return new PublicationContext(run, "");
    }
}
