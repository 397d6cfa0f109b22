package io.hourshare.serve;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Makes a county of more departments: the catalogue's feeds again under further names. */
record WideCatalogue(int feeds) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Catalogue catalogue ? widened(catalogue) : bean;
    }

    private Catalogue widened(Catalogue own) {
        List<Feed> all = new ArrayList<>(own.feeds());
        for (int i = 0; all.size() < feeds; i++) {
            Feed feed = own.feeds().get(i % own.feeds().size());
            FeedId id = new FeedId(feed.id().department(), feed.id().name() + "-" + i);
            all.add(new Feed(ChangedContract.named(feed.contract(), id), feed.route(), feed.job(), feed.digest()));
        }
        all.sort(Comparator.comparing(Feed::id));
        return new Catalogue(
                all, own.templates(), own.entities(), own.codeLists(), own.models(), own.survivorship(), own.digest());
    }
}
