package io.hourshare.sandbox;

import io.hourshare.sandbox.source.CompletionFeed;
import io.hourshare.sandbox.source.CreditRatingFeed;
import io.hourshare.sandbox.source.QualificationFeed;
import io.hourshare.sandbox.source.RealEstateFeed;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.source.RosterFeed;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.TaxRegistrationFeed;
import io.hourshare.sandbox.world.World;
import java.util.List;

/** The town's feeds, each as its department's system holds it. */
record Feeds(
        RegistrationFeed registration,
        TaxRegistrationFeed taxRegistration,
        CreditRatingFeed creditRating,
        RealEstateFeed realEstate,
        CompletionFeed completion,
        QualificationFeed qualification,
        RosterFeed roster) {

    static Feeds of(World world, DirtRates dirt) {
        return new Feeds(
                new RegistrationFeed(world, dirt),
                new TaxRegistrationFeed(world, dirt),
                new CreditRatingFeed(world, dirt),
                new RealEstateFeed(world, dirt),
                new CompletionFeed(world, dirt),
                new QualificationFeed(world, dirt),
                new RosterFeed(world, dirt));
    }

    List<SourceFeed> all() {
        return List.of(registration, taxRegistration, creditRating, realEstate, completion, qualification, roster);
    }
}
