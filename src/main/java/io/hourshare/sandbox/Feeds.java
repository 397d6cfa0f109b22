package io.hourshare.sandbox;

import io.hourshare.sandbox.source.AnnualReportFeed;
import io.hourshare.sandbox.source.ArrearsFeed;
import io.hourshare.sandbox.source.ChangeFeed;
import io.hourshare.sandbox.source.CompletionFeed;
import io.hourshare.sandbox.source.CreditListFeed;
import io.hourshare.sandbox.source.CreditRatingFeed;
import io.hourshare.sandbox.source.EnergyFeed;
import io.hourshare.sandbox.source.LandSupplyFeed;
import io.hourshare.sandbox.source.LicenceFeed;
import io.hourshare.sandbox.source.MonthlySummaryFeed;
import io.hourshare.sandbox.source.PenaltyFeed;
import io.hourshare.sandbox.source.PermitFeed;
import io.hourshare.sandbox.source.PlantLeaseFeed;
import io.hourshare.sandbox.source.QualificationFeed;
import io.hourshare.sandbox.source.RealEstateFeed;
import io.hourshare.sandbox.source.RegistrationFeed;
import io.hourshare.sandbox.source.RosterFeed;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.TaxRegistrationFeed;
import io.hourshare.sandbox.source.TechProjectFeed;
import io.hourshare.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;

/** The town's feeds, each as its department's system holds it, by the way they are fetched. */
record Feeds(
        RegistrationFeed registration,
        ChangeFeed change,
        TaxRegistrationFeed taxRegistration,
        LandSupplyFeed landSupply,
        CreditRatingFeed creditRating,
        MonthlySummaryFeed monthlySummary,
        AnnualReportFeed annualReport,
        QualificationFeed qualification,
        PlantLeaseFeed plantLease,
        RosterFeed roster,
        List<SourceFeed> overJson,
        RealEstateFeed realEstate,
        ArrearsFeed arrears,
        PermitFeed permit) {

    static Feeds of(World world, DirtRates dirt) {
        return new Feeds(
                new RegistrationFeed(world, dirt),
                new ChangeFeed(world, dirt),
                new TaxRegistrationFeed(world, dirt),
                new LandSupplyFeed(world, dirt),
                new CreditRatingFeed(world, dirt),
                new MonthlySummaryFeed(world, dirt),
                new AnnualReportFeed(world, dirt),
                new QualificationFeed(world, dirt),
                new PlantLeaseFeed(world, dirt),
                new RosterFeed(world, dirt),
                List.of(
                        new CompletionFeed(world, dirt),
                        new CreditListFeed(world, dirt),
                        new TechProjectFeed(world, dirt),
                        new EnergyFeed(world, dirt),
                        new LicenceFeed(world, dirt),
                        new PenaltyFeed(world, dirt)),
                new RealEstateFeed(world, dirt),
                new ArrearsFeed(world, dirt),
                new PermitFeed(world, dirt));
    }

    List<SourceFeed> all() {
        Stream<SourceFeed> rest = Stream.of(
                registration,
                change,
                taxRegistration,
                landSupply,
                creditRating,
                monthlySummary,
                annualReport,
                qualification,
                plantLease,
                roster,
                realEstate,
                arrears,
                permit);
        return Stream.concat(rest, overJson.stream()).toList();
    }
}
