package io.hourshare.pull;

import io.hourshare.land.Landing;
import io.hourshare.pull.folder.FileSteps;
import io.hourshare.pull.http.CallSteps;
import io.hourshare.pull.http.EdgeHeaders;
import io.hourshare.pull.http.LookupSteps;
import io.hourshare.pull.http.SourceClient;
import io.hourshare.pull.table.ExactRows;
import io.hourshare.pull.table.TableSteps;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** The words that route templates may use, each a step of ours. */
final class RouteSteps {

    private RouteSteps() {}

    static void bind(Registry registry, PullSettings settings, Landing landing, Roster roster) {
        TableSteps tables = new TableSteps();
        step(registry, "hourshareTableBegin", tables::begin);
        step(registry, "hourshareTableBounds", tables::bounds);
        step(registry, "hourshareTableKeep", tables::keep);
        registry.bind("hourshareExactRows", new ExactRows());
        CallSteps calls = new CallSteps();
        step(registry, "hourshareJsonBegin", calls::beginJson);
        step(registry, "hourshareSoapBegin", calls::beginSoap);
        step(registry, "hourshareAsk", calls::ask);
        step(registry, "hourshareAnswerKeep", calls::keep);
        step(registry, "hourshareTryAgain", calls::retry);
        LookupSteps lookups = new LookupSteps(landing, roster);
        step(registry, "hourshareLookupBegin", lookups::begin);
        step(registry, "hourshareLookupAsk", lookups::ask);
        step(registry, "hourshareLookupKeep", lookups::keep);
        step(registry, "hourshareLookupTryAgain", lookups::retry);
        FileSteps files = new FileSteps(landing);
        step(registry, "hourshareFolderBegin", files::begin);
        step(registry, "hourshareFolderLook", files::look);
        step(registry, "hourshareFileKeep", files::keep);
        registry.bind("hourshareEdgeHeaders", new EdgeHeaders());
        registry.bind("hourshareClient", new SourceClient(settings));
    }

    private static void step(Registry registry, String name, Processor step) {
        registry.bind(name, Processor.class, step);
    }
}
